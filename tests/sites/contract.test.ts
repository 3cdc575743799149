/** The page contract, on which links, exports and readers’ notes rely, for every text of the local site. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../src/edition/build.ts'
import type { Edition, Text } from '../../src/edition/model/model.ts'
import { builtSites } from '../e2e/sites.ts'
import { sourcesIn } from '../fixture-edition.ts'
import { all, readDocument, wordsOf } from './documents.ts'

function readEdition(): Edition {
  const { edition, problems } = build(sourcesIn(builtSites().copy), 'local')
  if (!edition) throw new Error(JSON.stringify(problems))
  return edition
}

const { texts, works, terms } = readEdition()

/** Data of a text read from its page by the contract. */
function readPage(page: Document) {
  return {
    articles: all('article[data-text]', page).map(({ dataset, lang }) => [dataset.text, lang]),
    paragraphs: all('article [id^=abs-]', page).map((element) => [element.id, wordsOf(element)]),
    headings: all('article :is(h2, h3, h4)', page).map((heading) => [
      heading.closest('section')!.firstElementChild!.contains(heading),
      heading.id,
      wordsOf(heading),
    ]),
    calls: all('[role=doc-noteref]', page).map((call) => [
      call.id,
      call.getAttribute('href'),
      call.getAttribute('rel'),
      call.textContent,
    ]),
    notes: all('[role=doc-footnote]', page).map((note) => ({
      id: note.id,
      tag: note.tagName,
      wording: wordsOf(note.querySelector('[data-wording]')!),
      wordings: all('[data-wording]', note).length,
      works: all('a[href*="#lit-"]', note.querySelector('[data-wording]')!).map(
        (link) => link.getAttribute('href')!.split('#lit-')[1],
      ),
      back: all('[role=doc-backlink]', note).map((link) => link.getAttribute('href')),
      behind: all('article .block', page)
        .find((block) => block.contains(note))!
        .firstElementChild!.querySelector(`[href="#${note.id}"]`)?.id,
    })),
    glosses: all('[role=doc-glossref]', page).map((term) => {
      const gloss = page.getElementById(term.getAttribute('href')!.slice(1))
      return [
        term.dataset.term,
        gloss?.dataset.term,
        gloss?.querySelector('[role=doc-backlink]')?.getAttribute('href') === `#${term.id}`,
      ]
    }),
    pages: all('article [role=doc-pagebreak]', page).map(({ id }) => id),
    ids: all('[id]', page).map(({ id }) => id),
  }
}

const plain = (words: string) => words.replace(/\s+/g, ' ')

test('the local site has every text', () => {
  assert.ok(texts.length > 3)
})

for (const text of texts) {
  const found = readPage(readDocument('local', `texte/${text.slug}/`))
  test(`${text.slug}: its article, and every id once`, () => {
    assert.deepEqual(found.articles, [[text.slug, text.language]])
    assert.equal(new Set(found.ids).size, found.ids.length)
  })
  test(`${text.slug}: paragraphs`, () => {
    assert.deepEqual(
      found.paragraphs.map(([id, words]) => [id, plain(words!)]),
      text.paragraphs.map(({ id, wording }) => [id, plain(wording)]),
    )
  })
  test(`${text.slug}: headings`, () => {
    assert.deepEqual(
      found.headings.map(([first, id, words]) => [first, id, plain(String(words))]),
      text.sections.map(({ id, title }) => [true, id, plain(title)]),
    )
  })
  test(`${text.slug}: calls of notes`, () => {
    const calls = text.notes.flatMap(({ id, label, calls }) =>
      calls.map((call) => [call.id, `#${id}`, 'footnote', label]),
    )
    assert.deepEqual(found.calls.toSorted(), calls.toSorted())
  })
  test(`${text.slug}: notes`, () => expectNotes(text, found.notes))
  test(`${text.slug}: glosses`, () => {
    const glosses = text.occurrences.filter(({ gloss }) => gloss > 0)
    assert.deepEqual(
      found.glosses,
      glosses.map(({ term }) => [term, term, true]),
    )
  })
  test(`${text.slug}: pages of the print`, () => {
    assert.deepEqual(
      found.pages,
      text.pages.map(({ id }) => id),
    )
  })
}

function expectNotes(text: Text, notes: ReturnType<typeof readPage>['notes']): void {
  assert.deepEqual(
    notes.map(({ id, wordings, works, back, behind }) => ({ id, wordings, works, back, behind })),
    text.notes.map(({ id, calls, mentions }) => ({
      id,
      wordings: 1,
      works: mentions.map(({ work }) => work),
      back: calls.map((call) => `#${call.id}`),
      behind: calls[0]!.id,
    })),
  )
  assert.deepEqual(
    notes.filter(({ tag }) => ['LI', 'ASIDE'].includes(tag)),
    [],
  )
  for (const [i, note] of text.notes.entries())
    assert.equal(plain(notes[i]!.wording), plain(note.wording), note.id)
}

test('every work in the bibliography links to the notes that cite it', () => {
  const page = readDocument('local', 'literatur/')
  for (const { work, citedIn } of works) {
    const links = all(`[id="lit-${work.id}"] .cited-in a[href*="#anm-"]`, page)
    const notes = citedIn.reduce((sum, { notes }) => sum + notes.length, 0)
    assert.equal(links.length, notes, work.id)
  }
})

test('a glossary entry links to every occurrence of its term, with its context', () => {
  const [term] = terms.toSorted((a, b) => b.occurrences.length - a.occurrences.length)
  const page = readDocument('local', `glossar/${term!.slug}/`)
  assert.equal(all('.places mark', page).length, term!.occurrences.length)
  const after = escape(plain(term!.occurrences[0]!.context[1]))
  const shown = page.querySelector('.places li span')!.textContent
  assert.match(plain(shown), new RegExp(`\\p{L}${after}|\\s${after}`, 'u'))
})

const escape = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
