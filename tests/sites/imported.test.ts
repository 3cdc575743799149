/** The imported and built scan: compared with the source file, so that no word of it is needed here. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { builtSites } from '../e2e/sites.ts'
import { findSource } from '../source.ts'
import { printedNotes } from '../unit/citation/printed-notes.ts'
import { all, readDocument } from './documents.ts'

const { copy, imported } = builtSites()
const skip = imported === null && 'there is no scan: see tests/source.ts'
const open = () => readDocument('local', `texte/${imported}/`)

test('the text has its paragraphs, block quotes, headings and notes', { skip }, () => {
  const page = open()
  assert.equal(all('article p[id^=abs-]', page).length, 32)
  assert.equal(all('article blockquote[id^=abs-]', page).length, 2)
  assert.equal(all('article h2', page).length, 8)
  assert.equal(all('article h3', page).length, 1)
  const notes = all('[role=doc-footnote]', page).map(({ id }) => id)
  assert.deepEqual(
    notes,
    Array.from({ length: 91 }, (_, i) => `anm-${i + 1}`),
  )
  const calls = all('[role=doc-noteref]', page).map(({ id }) => id)
  assert.deepEqual(
    calls,
    notes.map((id) => `${id}-ruf`),
  )
})

test('every note is linked to its work or works', { skip }, () => {
  const linked = all('[role=doc-footnote]', open()).map((note) => {
    const links = all('[data-wording] a[href*="#lit-"]', note)
    return [...new Set(links.map((link) => link.getAttribute('href')!.split('#lit-')[1]!))]
  })
  const wanted = printedNotes.map(({ written }) => [
    ...new Set([...written.matchAll(/\[([a-z0-9-]+)/g)].map(([, key]) => key!)),
  ])
  assert.deepEqual(
    printedNotes.map(({ number }) => number),
    wanted.map((_, i) => i + 1),
  )
  assert.deepEqual(
    linked.map((keys) => keys.toSorted()),
    wanted.map((keys) => keys.toSorted()),
  )
})

test('the text is that of the scan, letter for letter', { skip }, () => {
  // The scan also has the addresses of links and the TeX names of characters.
  const scan = readFileSync(findSource()!, 'utf8')
    .replace(/\]\(https?:[^)\s]*\)/g, ']')
    .replaceAll('\\langle', '')
  const { body, notes, title } = readLetters(open())
  // Every line of the scan is in the running text or in the notes, which contain nothing else.
  const lines = scan
    .split('\n')
    .map(letters)
    .filter((line) => line !== '')
  const missing = lines.filter((line) => !`${title} ${body} ${notes}`.includes(line))
  const count = (words: string) => words.replaceAll(' ', '').length
  const dropped = missing.reduce((sum, line) => sum + count(line), 0)
  const inScan = lines.reduce((sum, line) => sum + count(line), 0)
  assert.deepEqual(missing, [], 'lines that are not whole in the page')
  assert.equal(count(title) + count(body) + count(notes), inScan - dropped)
})

test('the import says in its report what it did', { skip }, () => {
  const report = readFileSync(join(copy, `content/private/${imported}.report.md`), 'utf8')
  assert.match(report, /91 Anmerkungen/)
  assert.match(report, /32 Absätze, 2 Blockzitate, 9 Überschriften/)
})

/** Lower-case letters and digits; punctuation, spaces and hyphens are compared by the importer’s tests. */
const letters = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}]+/gu, '')
    .toLowerCase()

function readLetters(page: Document) {
  const article = page.querySelector('article')!.cloneNode(true) as Element
  const notes = all('[role=doc-footnote]', article).map((note) => {
    note.remove()
    return note.querySelector('[data-wording]')!.textContent
  })
  const apart = '[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true], .gloss'
  for (const other of all(apart, article)) other.remove()
  const title = all('.text-author, h1', page).map((line) => line.textContent)
  return {
    body: letters(article.textContent),
    notes: letters(notes.join(' ')),
    title: letters(title.join()),
  }
}
