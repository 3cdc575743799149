/** Helpers of the tests of readers' notes: pages, elements and actions. */
import { expect, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

/** The text in which notes are made unless another is given. */
export const slug: string = texts.small
/** A text in which a selection goes from a paragraph to the next. */
export const long: string = texts.long
export const { local } = builtSites()
export const text = `${local.url}texte/${long}/`
export const notes = `${local.url}notizen/`

export const bar = (page: Page) => page.getByRole('toolbar', { name: /Mit dieser Stelle/ })
export const box = (page: Page) => page.locator('.annotation-box')
export const area = (page: Page) => page.getByRole('textbox', { name: 'Notiz', exact: true })
export const tab = (page: Page, id: string) => page.locator(`[data-annotations="${id}"]`)
export const status = (page: Page) => page.locator('[data-status]')

/** Opens a text (by default the small one) and waits until its margin is placed. */
export async function open(page: Page, name = slug) {
  await page.goto(`${local.url}texte/${name}/`)
  await expect(page.locator('article[data-placed]')).toBeVisible()
}

/** Marked words of a colour near the window, one string per range. */
export const marked = (page: Page, colour: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(`markierung-${name}`) ?? [])].map(String), colour)

/** All stored entries, in order. */
export const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown>[]>((done) => {
        const opening = indexedDB.open('edition', 1)
        // The page has not stored anything yet, and must create the database itself.
        opening.onupgradeneeded = () => opening.transaction!.abort()
        opening.onerror = () => done([])
        opening.onsuccess = () => {
          const all = opening.result.transaction('annotations').objectStore('annotations').getAll()
          all.onsuccess = () => {
            opening.result.close()
            done(all.result)
          }
        }
      }),
  )
export const entriesKept = async (page: Page, count: number) => {
  await expect.poll(async () => (await kept(page)).length).toBe(count)
  return kept(page)
}

/** Position of a word of a paragraph in the window. */
export const wordAt = (page: Page, id: string, which: 'first' | 'last') =>
  page.evaluate(
    ([id, which]) => {
      const walker = document.createTreeWalker(document.getElementById(id!)!, NodeFilter.SHOW_TEXT)
      const nodes: Text[] = []
      while (walker.nextNode())
        if (walker.currentNode.nodeValue) nodes.push(walker.currentNode as Text)
      const range = document.createRange()
      range.selectNodeContents(which === 'first' ? nodes[0]! : nodes.at(-1)!)
      const rects = [...range.getClientRects()]
      const { left, right, top, height } = which === 'first' ? rects[0]! : rects.at(-1)!
      return { left: left + 1, right: right - 1, y: top + height / 2 }
    },
    [id, which],
  )

export async function drag(page: Page, from: string, to: string) {
  await page.locator(`#${from}`).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const start = await wordAt(page, from, 'first')
  const end = await wordAt(page, to, 'last')
  await page.mouse.move(start.left, start.y)
  await page.mouse.down()
  await page.mouse.move(start.left + 40, start.y + 4)
  await page.mouse.move(end.right, end.y, { steps: 8 })
  await page.mouse.up()
  await expect(bar(page)).toBeVisible()
}

export async function write(page: Page, words: string) {
  await expect(area(page)).toBeFocused()
  await page.keyboard.type(words)
}

/** Selects a whole paragraph by its number. */
export async function mark(page: Page, id: string, action: RegExp | string) {
  await page.locator(`#${id} ~ .block-number`).click()
  await bar(page).getByRole('button', { name: action }).click()
}

/** Creates two notes and a mark, and opens the page that lists them. */
export async function threeNotes(page: Page) {
  await open(page)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'Die Mühlen mahlen langsam')
  await page.keyboard.press('Escape')
  await mark(page, 'abs-5', 'Notiz')
  await write(page, 'Zweite Notiz')
  await page.keyboard.press('Escape')
  await mark(page, 'abs-3', /Rot/)
  await entriesKept(page, 3)
  await page.goto(notes)
  await expect(page.locator('.own-note')).toHaveCount(3)
}

const quote = (id: string, exact: string) => ({
  source: `https://lesen.example/texte/${slug}/`,
  selector: [
    { type: 'TextQuoteSelector', exact },
    { type: 'FragmentSelector', value: id },
  ],
})
let number = 0
export const file = (creator: string, items: object[]) => ({
  name: `${creator}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({ type: 'AnnotationPage', creator: { name: creator }, items }),
  ),
})
export const annotation = (id: string, exact: string, body: string, colour = 'gelb') => ({
  id: `urn:uuid:00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`,
  created: '2026-03-01T10:00:00Z',
  body: { type: 'TextualBody', value: body },
  target: { ...quote(id, exact), styleClass: colour },
})
