import { expect, test, type Page } from '@playwright/test'
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

const term = 'article [role="doc-glossref"]'

test.describe('the trace', () => {
  test('of a gloss on the left ends before its box', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openText(page)
    await page.waitForSelector('[data-placed]')
    const { end, note } = await trackFrom(page, term)
    // The box extends 8 px beyond the words.
    expect(end.x).toBeGreaterThan(note.right + 10)
    expect(end.x).toBeLessThan(note.right + 16)
  })

  for (const [width, call] of [
    [1440, 'article [role="doc-noteref"]'],
    [1024, 'article [role="doc-noteref"]'],
    [1024, term],
  ] as const)
    test(`of ${call} ends at the rule of a note on the right at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await openText(page)
      await page.waitForSelector('[data-placed]')
      const { end, note } = await trackFrom(page, call)
      expect(Math.abs(end.x - note.left)).toBeLessThan(1)
    })

  for (const width of [1024, 1440])
    test(`does not touch the words above it at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await openText(page)
      await page.waitForSelector('[data-placed]')
      const { start, call } = await trackFrom(page, term)
      // The box of a word ends a little below its descenders.
      expect(start.y).toBeGreaterThan(call.bottom + 1)
      expect(start.y).toBeLessThan(call.bottom + 6)
    })
})
