/** The scan, imported and built: counted and compared by machine; no word of it stands here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { findSource } from '../source.ts'
import { printedNotes } from '../unit/citation/printed-notes.ts'
import { builtSites } from './sites.ts'

test.use({ javaScriptEnabled: false })
test.beforeEach(async ({ page }) => {
  const { imported, local } = builtSites()
  test.skip(imported === null, 'there is no scan: see tests/source.ts')
  await page.goto(`${local.url}texte/${imported}/`)
})

test('the text has its paragraphs, block quotes, headings and notes', async ({ page }) => {
  await expect(page.locator('article p[id^=abs-]')).toHaveCount(32)
  await expect(page.locator('article blockquote[id^=abs-]')).toHaveCount(2)
  await expect(page.locator('article h2')).toHaveCount(8)
  await expect(page.locator('article h3')).toHaveCount(1)
  const notes = await page
    .locator('[role=doc-footnote]')
    .evaluateAll((all) => all.map(({ id }) => id))
  expect(notes).toEqual(Array.from({ length: 91 }, (_, i) => `anm-${i + 1}`))
  const calls = await page
    .locator('[role=doc-noteref]')
    .evaluateAll((all) => all.map(({ id }) => id))
  expect(calls).toEqual(notes.map((id) => `${id}-ruf`))
})

test('every note is linked to its work or works', async ({ page }) => {
  const linked = await page
    .locator('[role=doc-footnote]')
    .evaluateAll((notes) =>
      notes.map((note) => [
        ...new Set(
          [...note.querySelectorAll<HTMLAnchorElement>('[data-wording] a[href*="#lit-"]')].map(
            (link) => link.href.split('#lit-')[1]!,
          ),
        ),
      ]),
    )
  const wanted = printedNotes.map(({ written }) => [
    ...new Set([...written.matchAll(/\[([a-z0-9-]+)/g)].map(([, key]) => key!)),
  ])
  expect(printedNotes.map(({ number }) => number)).toEqual(wanted.map((_, i) => i + 1))
  expect(linked.map((keys) => keys.toSorted())).toEqual(wanted.map((keys) => keys.toSorted()))
})

test('the text is that of the scan, letter for letter', async ({ page }) => {
  // Of a link the scan has its address as well, of a sign in TeX its name.
  const scan = readFileSync(findSource()!, 'utf8')
    .replace(/\]\(https?:[^)\s]*\)/g, ']')
    .replaceAll('\\langle', '')
  const { body, notes, title } = await readLetters(page)
  // Every line of the scan stands in the running text or in the notes, and they hold nothing else.
  const lines = scan
    .split('\n')
    .map(letters)
    .filter((line) => line !== '')
  const missing = lines.filter((line) => !`${title} ${body} ${notes}`.includes(line))
  const count = (words: string) => words.replaceAll(' ', '').length
  const dropped = missing.reduce((sum, line) => sum + count(line), 0)
  const inScan = lines.reduce((sum, line) => sum + count(line), 0)
  expect(missing, 'lines that are not whole in the page').toEqual([])
  expect(count(title) + count(body) + count(notes)).toBe(inScan - dropped)
})

test('the import says in its report what it did', () => {
  const { copy, imported } = builtSites()
  const report = readFileSync(join(copy, `content/private/${imported}.report.md`), 'utf8')
  expect(report).toMatch(/91 Anmerkungen/)
  expect(report).toMatch(/32 Absätze, 2 Blockzitate, 9 Überschriften/)
})

/** Letters and figures alone, in one case: signs, spaces and hyphens are compared by the importer’s own tests. */
const letters = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}]+/gu, '')
    .toLowerCase()

async function readLetters(page: Page) {
  const parts = await page.evaluate(() => {
    const article = document.querySelector('article')!.cloneNode(true) as Element
    const notes = [...article.querySelectorAll('[role=doc-footnote]')].map((note) => {
      note.remove()
      return note.querySelector('[data-wording]')!.textContent!
    })
    const apart = '[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true], .gloss'
    for (const other of article.querySelectorAll(apart)) other.remove()
    return {
      body: article.textContent!,
      notes: notes.join(' '),
      title: [...document.querySelectorAll('.text-author, h1')]
        .map((line) => line.textContent)
        .join(),
    }
  })
  return { body: letters(parts.body), notes: letters(parts.notes), title: letters(parts.title) }
}
