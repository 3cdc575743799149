import { expect, test, type Page } from '@playwright/test'
import { pagesIn } from '../site-files.ts'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

test.use({ javaScriptEnabled: false })

async function textPages(): Promise<string[]> {
  const pages = await pagesIn(builtSites().local.folder)
  return pages.filter((page) => /^texte\/[^/]+\/index\.html$/.test(page))
}

for (const [width, tag = []] of [[360], [768, '@full'], [1024, '@full'], [1440]] as const)
  test(
    `without JavaScript everything fits a window of ${width} px and nothing overlaps`,
    { tag },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      for (const name of await textPages()) {
        await page.goto(builtSites().local.url + name.replace(/index\.html$/, ''))
        const { faults, count } = await layoutFaults(page)
        expect.soft(count, name).toBeGreaterThan(0)
        expect.soft(faults, name).toEqual([])
      }
    },
  )

test('without JavaScript links lead to a note and back', async ({ page }) => {
  await page.goto(`${builtSites().local.url}texte/${texts.small}/`)
  await page.locator('#anm-3-ruf').click()
  await expect(page).toHaveURL(/#anm-3$/)
  await expect(page.locator('#anm-3')).toBeInViewport()
  await page.locator('#anm-3 [role=doc-backlink]').click()
  await expect(page).toHaveURL(/#anm-3-ruf$/)
  await expect(page.locator('#anm-3-ruf')).toBeInViewport()
})

/** Notes, glosses and blocks that are hidden, outside of the window, overlapping or out of order. */
function layoutFaults(page: Page): Promise<{ faults: string[]; count: number }> {
  return page.evaluate(() => {
    const faults: string[] = []
    const apparatus = [...document.querySelectorAll<HTMLElement>('article .note, article .gloss')]
    const blocks = [...document.querySelectorAll<HTMLElement>('article .block > :first-child')]
    const boxes = [...apparatus, ...blocks].map((element) => ({
      name: element.id || element.tagName,
      box: element.getBoundingClientRect(),
    }))
    for (const { name, box } of boxes) {
      if (box.width < 1 || box.height < 1) faults.push(`${name} is not to be seen`)
      if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push(`${name} leaves the window`)
    }
    // Sorted from top to bottom: elements can overlap only if one begins before the other ends.
    const sorted = boxes.toSorted((a, b) => a.box.top - b.box.top)
    for (const [i, a] of sorted.entries())
      for (const b of sorted.slice(i + 1)) {
        if (b.box.top >= a.box.bottom - 1) break
        if (a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1)
          faults.push(`${a.name} and ${b.name} overlap`)
      }
    for (const kind of ['note', 'gloss']) {
      const tops = apparatus
        .filter((element) => element.classList.contains(kind))
        .map((element) => element.getBoundingClientRect().top)
      if (tops.some((top, i) => i > 0 && top < tops[i - 1]!)) faults.push(`${kind}s out of order`)
    }
    return { faults, count: apparatus.length }
  })
}
