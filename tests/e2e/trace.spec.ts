import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { openText } from './reader.ts'

/** Positions of the trace of a call, of the call, and of its note or gloss. */
async function trackFrom(page: Page, call: string) {
  await page.locator(call).first().focus()
  await expect(page.locator('.trace-active')).toHaveAttribute('d', /./)
  return page
    .locator(call)
    .first()
    .evaluate((call) => {
      const article = call.closest('article')!
      const path = article.querySelector<SVGPathElement>('.trace-active')!
      const note = document.getElementById(call.getAttribute('href')!.slice(1))!
      const origin = article.getBoundingClientRect()
      const at = (length: number) => {
        const { x, y } = path.getPointAtLength(length)
        return { x: x + origin.left, y: y + origin.top }
      }
      const edges = (element: Element) => {
        const { left, right, bottom } = element.getBoundingClientRect()
        return { left, right, bottom }
      }
      const ends = { start: at(0), end: at(path.getTotalLength()) }
      return { ...ends, call: edges(call), note: edges(note) }
    })
}

for (const width of [1024, 1440])
  test(`the trace of a note or gloss ends at its box and does not touch the words above it, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await openText(page, '', '', texts.small)
    await page.waitForSelector('[data-placed]')

    const toNote = await trackFrom(page, 'article [role="doc-noteref"]')
    expect(Math.abs(toNote.end.x - toNote.note.left), 'from the rule of the note').toBeLessThan(1)

    const { start, end, call, note } = await trackFrom(page, 'article [role="doc-glossref"]')
    if (width === 1024)
      expect(Math.abs(end.x - note.left), 'from the rule of the gloss').toBeLessThan(1)
    else {
      // Glosses are on the left, where their box extends 8 px beyond the words.
      expect(end.x).toBeGreaterThan(note.right + 10)
      expect(end.x).toBeLessThan(note.right + 16)
    }
    // The box of a word ends a little below its descenders.
    expect(start.y).toBeGreaterThan(call.bottom + 1)
    expect(start.y).toBeLessThan(call.bottom + 6)
  })
