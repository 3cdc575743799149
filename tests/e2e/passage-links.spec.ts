import { expect, test, type Browser, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { all, readDocument } from '../sites/documents.ts'
import { bar, clipboard } from './citing-page.ts'
import { builtSites } from './sites.ts'

const address = `${builtSites().local.url}texte/${texts.long}/`

interface Passage {
  /** Its first and its last paragraph, which follow one another. */
  from: string
  to: string
  /** Its first and last words, and the words around it. */
  first: string
  last: string
  before: string
  after: string
}

/** Pieces of a paragraph without a call, gloss or other element in them, as lists of words. */
const runs = (p: Element): string[][] =>
  [...p.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent!.trim().split(/\s+/))

/** Passages from the end of a paragraph to the beginning of the next: early, middle and late ones. */
function passages(): Passage[] {
  const paragraphs = all(
    'article .block > p[id^="abs-"]',
    readDocument('local', `texte/${texts.long}/`),
  )
  const found = paragraphs.flatMap((p, i): Passage[] => {
    const next = paragraphs[i + 1]
    const start = runs(p).findLast((words) => words.length > 9)
    const end = next && runs(next).find((words) => words.length > 9)
    if (!start || !end || p.closest('section') !== next.closest('section')) return []
    const piece = (words: string[], at: number) => words.slice(at, at + 3).join(' ')
    const around = { before: piece(start, 1), after: piece(end, 6) }
    return [{ from: p.id, to: next.id, first: piece(start, 4), last: piece(end, 3), ...around }]
  })
  return [1, found.length / 4, found.length / 2, (3 * found.length) / 4, found.length - 2].map(
    (at) => found[Math.floor(at)]!,
  )
}

/** Range of words of the text; runs in the browser, so it must be self-contained. */
function rangeOf(id: string, words: string): Range {
  const within = document.getElementById(id)!
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const at = node.data.replace(/\s/g, ' ').indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    return range
  }
  throw new Error(`„${words}“ is not in ${id}`)
}

/** Links as the edition makes them. */
let made: Promise<string[]> | undefined
async function make(browser: Browser): Promise<string[]> {
  const permissions = ['clipboard-read', 'clipboard-write']
  const context = await browser.newContext({ permissions, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(`window.rangeOf = ${rangeOf}`)
  await page.goto(address)
  const links: string[] = []
  for (const passage of passages()) {
    await page.evaluate(({ from, to, first, last }) => {
      const { rangeOf } = window as unknown as { rangeOf: (id: string, words: string) => Range }
      const [start, end] = [rangeOf(from, first), rangeOf(to, last)]
      start.startContainer.parentElement!.scrollIntoView()
      getSelection()!.setBaseAndExtent(
        start.startContainer,
        start.startOffset,
        end.endContainer,
        end.endOffset,
      )
    }, passage)
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    const isOther = async () => !links.includes(await clipboard(page))
    await expect(page.locator('[data-status]')).toContainText(passage.from.replace('abs-', ''))
    await expect.poll(isOther).toBe(true)
    links.push(await clipboard(page))
  }
  await context.close()
  return links
}

const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D')

/** The links to a passage: the edition's own, and those that browsers make, with and without words around it. */
const linksTo = ({ first, last, before, after }: Passage, own: string) => {
  const [from, to] = [encode(first), encode(last)]
  return [
    address + own.slice(own.indexOf('?')),
    `${address}#:~:text=${from},${to}`,
    `${address}#:~:text=${encode(before)}-,${from},${to},-${encode(after)}`,
  ]
}

/** Where the first line of a passage is not seen: above or under the bar, or below the window. */
const hidden = (page: Page, { from, first }: Passage) =>
  page.evaluate(
    ([id, words]) => {
      const { rangeOf } = window as unknown as { rangeOf: (id: string, words: string) => Range }
      const { top, bottom } = rangeOf(id, words).getClientRects()[0]!
      const bar = document.querySelector('.reading-bar[data-shown]')
      if (top < (bar?.getBoundingClientRect().bottom ?? 0)) return `above, at ${Math.round(top)} px`
      return bottom > innerHeight ? `below, at ${Math.round(bottom)} px` : null
    },
    [from, first] as const,
  )

for (const javaScriptEnabled of [true, false])
  for (const width of [360, 768, 1440, 1920])
    test(
      `links over two paragraphs show their passage, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} script`,
      { tag: '@full' },
      async ({ browser }) => {
        test.setTimeout(240_000)
        const own = await (made ??= make(browser))
        const viewport = { width, height: 800 }
        const context = await browser.newContext({
          javaScriptEnabled,
          viewport,
          serviceWorkers: 'block',
        })
        const page = await context.newPage()
        for (const [i, passage] of passages().entries())
          for (const link of linksTo(passage, own[i]!)) {
            await page.goto('about:blank')
            await page.goto(link)
            if (javaScriptEnabled) await page.locator('article[data-placed]').waitFor()
            await page.evaluate(`window.rangeOf = ${rangeOf}`)
            await expect.soft.poll(() => hidden(page, passage), link).toBe(null)
          }
        await context.close()
      },
    )
