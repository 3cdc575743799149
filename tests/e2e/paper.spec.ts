import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { openText } from './reader.ts'
import { builtSites } from './sites.ts'

test.describe('on paper', () => {
  const visible = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.offsetHeight > 0,
    ).length

  test('every note once, each term once in a list, no controls', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openText(page, '', '', texts.small)
    const notes = await page.locator('article .note').count()
    const terms = await page.evaluate(
      () =>
        new Set(
          [...document.querySelectorAll<HTMLElement>('article .gloss')].map(
            (g) => g.dataset['term'],
          ),
        ).size,
    )
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.evaluate(visible, 'article .note')).toBe(notes)
    expect(await page.evaluate(visible, 'article .gloss')).toBe(0)
    expect(await page.evaluate(visible, '.gloss-list p')).toBe(terms)
    expect(await page.evaluate(visible, 'header.site-header, footer, .reading-bar, button')).toBe(0)
    expect(await page.evaluate(visible, '.block-number')).toBeGreaterThan(3)
    await expect(page.locator('.imprint')).toContainText(new URL(page.url()).pathname)
    await expect(page.locator('.imprint')).toContainText('Fassung')
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('article :is(.note, .block > :first-child)')].map(
        (element) => element.getBoundingClientRect(),
      )
      return boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1]!.bottom - 1).length
    })
    expect(overlaps).toBe(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.locator('.gloss-list')).toHaveCount(0)
  })

  test('without the script each term once behind the text, too', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await openText(page)
    await page.emulateMedia({ media: 'print' })
    const { terms, listed, end, top, numbered } = await page.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
      const listed = all('article .gloss').filter(({ offsetHeight }) => offsetHeight > 0)
      const first = document.querySelector('#abs-1')!
      return {
        terms: new Set(all('article .gloss').map(({ dataset }) => dataset['term'])).size,
        listed: listed.map(({ dataset }) => dataset['term']),
        end: Math.max(
          ...all('article :is(.note, .block > :first-child)').map(
            (element) => element.getBoundingClientRect().bottom,
          ),
        ),
        top: Math.min(...listed.map((gloss) => gloss.getBoundingClientRect().top)),
        numbered: getComputedStyle(first, '::before').content,
      }
    })
    expect(terms).toBeGreaterThan(10)
    expect(new Set(listed).size).toBe(terms)
    expect(listed).toHaveLength(terms)
    expect(top).toBeGreaterThan(end)
    expect(numbered).toBe('"abs-1"')
    await context.close()
  })

  test('hidden glosses are not printed', async ({ page }) => {
    await openText(page, '?glossen=keine', '', texts.small)
    await expect(page.locator('article .gloss:not([data-off])')).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.evaluate(visible, 'article .gloss, .gloss-list')).toBe(0)
  })

  test('collected terms are printed as a list on as many pages as needed', async ({ page }) => {
    await page.addInitScript(() => {
      const terms = Array.from({ length: 90 }, (_, i) => `Wort ${i}`).map((lemma) => {
        return { term: lemma, lemma, gloss: 'Eine Erklärung.', href: '/' }
      })
      localStorage.setItem('edition:begriffe', JSON.stringify(terms))
      // A failed print leaves the page in its printed state.
      window.print = () => {
        throw new Error('paper jam')
      }
    })
    await openText(page, '', '', texts.small)
    // In a full margin some glosses are folded.
    await page.locator('.gloss-more:visible').first().click()
    await page.locator('.gloss-tools [data-opens="begriffe"]').click()
    await page.getByRole('button', { name: 'Liste drucken' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(visible, 'body > .terms-kept dt')).toBe(90)
    expect(await page.evaluate(visible, 'main, dialog, button')).toBe(0)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))![1])).toBeGreaterThan(1)
  })

  test('the footer has the version of the text and its address', async ({ page }) => {
    const foot = () =>
      page.evaluate(() =>
        [...document.styleSheets]
          .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
          .find((css) => css.includes('@bottom-left')),
      )
    const { pathname } = new URL(await openText(page, '', '', texts.small))
    const facts = await page.locator('.text-facts').textContent()
    const [version] = /Fassung .+/.exec(facts!)!
    expect(await foot()).toContain(`"${version} · https://lesen.example${pathname}"`)
    await page.goto(`${builtSites().local.url}glossar/`)
    expect(await foot()).toContain('"https://lesen.example/glossar/"')
  })

  for (const media of ['print', 'screen'] as const)
    test(`no line of an occurrence consists of an ellipsis: ${media}`, async ({ page }) => {
      await page.emulateMedia({ media })
      await page.goto(`${builtSites().local.url}glossar/gpu/`)
      for (const width of [360, 390, 500, 643]) {
        await page.setViewportSize({ width, height: 900 })
        expect.soft(await page.evaluate(loneDots), `${width} px`).toEqual([])
      }
    })

  test('a table of many long words has all of them on the paper', async ({ page }) => {
    await openText(page, '', '', texts.small)
    await page.locator('[data-placed]').waitFor()
    // The printed widths of A4 and A5.
    for (const width of [650, 420]) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ media: 'print' })
      const cut = await page.locator('.table-frame').evaluate((frame) => {
        const row = (name: string, words: string) =>
          `<tr>${Array.from({ length: 8 }, (_, i) => `<${name}>${i === 0 ? '2024' : words}</${name}>`).join('')}</tr>`
        frame.querySelector('table')!.innerHTML =
          row('th', 'Rechenzentrumsstandort') + row('td', 'Verteilung auf höchstens vier Knoten')
        const { right } = frame.closest('article')!.getBoundingClientRect()
        const style = getComputedStyle(frame)
        const cells = [...frame.querySelectorAll('th, td')]
        const beyond = cells.filter(
          (cell) =>
            cell.getBoundingClientRect().right > right + 1 || cell.scrollWidth > cell.clientWidth,
        )
        const [year] = cells.map((cell) => {
          const range = document.createRange()
          range.selectNodeContents(cell)
          return range.getClientRects().length
        })
        return [beyond.map(({ textContent }) => textContent), style.overflowX, year]
      })
      expect(cut, `${width}`).toEqual([[], 'visible', 1])
    }
  })

  test('a PDF has pages, and the list of glosses is gone afterwards', async ({ page }) => {
    await openText(page)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(50_000)
    await expect(page.locator('.gloss-list')).toHaveCount(0)
  })
})

/** Occurrences in which an ellipsis is on another line than the word next to it. */
function loneDots(): string[] {
  return [...document.querySelectorAll('.places span')]
    .filter((place) => {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      const bottoms: number[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { index } of node.textContent!.matchAll(/\S/g)) {
          const sign = document.createRange()
          sign.setStart(node, index)
          sign.setEnd(node, index + 1)
          bottoms.push(sign.getBoundingClientRect().bottom)
        }
      const apart = (a: number, b: number) => Math.abs(bottoms.at(a)! - bottoms.at(b)!) > 6
      const words = place.textContent!
      return (words.startsWith('…') && apart(0, 1)) || (words.endsWith('…') && apart(-1, -2))
    })
    .map((place) => place.textContent!)
}
