/** Helpers of the citing tests: real gestures, and their expected results, read from the page by its contract. */
import { expect, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

/** The text that is cited unless another is given. */
export const own: string = texts.long

export const open = (page: Page, slug = own, rest = '') =>
  page.goto(`${builtSites().local.url}texte/${slug}/${rest}`)
export const published = (slug: string) => `https://lesen.example/texte/${slug}/`
/** Of the small text. */
export const doi = 'https://doi.org/10.5072/pruefstein.1'
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Zitieren' })
export const bar = (page: Page) => page.getByRole('toolbar', { name: 'Mit dieser Stelle' })
export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** The words of a paragraph or note, as the page contract defines them. */
export const wordsOf = (page: Page, id: string): Promise<string> =>
  page.evaluate((name) => {
    const element = document.getElementById(name)!
    const copy = (element.querySelector('[data-wording]') ?? element).cloneNode(true) as Element
    const apart = '[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true]'
    for (const other of copy.querySelectorAll(apart)) other.remove()
    return copy.textContent!.replace(/\s+/g, ' ').trim()
  }, id)

/** Position in the window of the nth word of a paragraph, counted before its first call. */
export const wordBox = (page: Page, id: string, nth: number) =>
  page.evaluate(
    ([name, n]) => {
      const walker = document.createTreeWalker(document.getElementById(name)!, NodeFilter.SHOW_TEXT)
      const node = walker.nextNode() as Text
      const word = [...node.data.matchAll(/\S+/g)][n]!
      const range = document.createRange()
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, middle: (top + bottom) / 2 }
    },
    [id, nth] as const,
  )

/** Drags the mouse from a word of one paragraph to the end of a word of another; both begin with plain words. */
export async function drag(
  page: Page,
  [from, first]: [string, number],
  [to, last]: [string, number],
) {
  await page.setViewportSize({ width: 1280, height: 2000 })
  await page.locator(`#${from}`).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const start = await wordBox(page, from, first)
  await page.mouse.move(start.left + 1, start.middle)
  await page.mouse.down()
  const end = await wordBox(page, to, last)
  await page.mouse.move(end.left, end.middle, { steps: 8 })
  await page.mouse.move(end.right - 1, end.middle, { steps: 2 })
  await page.mouse.up()
  await expect(bar(page)).toBeVisible()
}

export const after = (words: string, count: number) => words.split(' ').slice(count).join(' ')
export const upTo = (words: string, count: number) => words.split(' ').slice(0, count).join(' ')

/** Expected result of dragging from word 2 of a paragraph to word 3 of the next but one. */
export async function dragged(page: Page): Promise<string[]> {
  await drag(page, ['abs-1', 2], ['abs-3', 3])
  const [first, second, third] = await Promise.all(
    ['abs-1', 'abs-2', 'abs-3'].map((id) => wordsOf(page, id)),
  )
  return [after(first!, 2), second!, upTo(third!, 4)]
}

/** Selects by script, like a long press and selection handles on a touch screen. */
export const select = (page: Page, from: string, to: string) =>
  page.evaluate(
    ([start, end]) => {
      const [first, last] = [document.getElementById(start)!, document.getElementById(end)!]
      getSelection()!.setBaseAndExtent(first, 0, last, last.childNodes.length)
    },
    [from, to] as const,
  )
