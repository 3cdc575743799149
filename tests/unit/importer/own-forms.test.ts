/** What the edition hands out comes back as it was when it is imported. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { Form } from '../../../src/contract/addresses.ts'
import { build } from '../../../src/edition/build.ts'
import type { Edition } from '../../../src/edition/model/model.ts'
import { formInputs } from '../../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../../src/publish/forms/make-form.ts'
import { editions, sourcesIn, texts } from '../../fixture-edition.ts'
import { imported, read, wordsIn, type Imported } from '../../import/imported.ts'
import { parseMarkdown } from '../../../src/markdown/parse.ts'

const sources = sourcesIn(editions.whole)
const source = read(parseMarkdown(sources[`content/texts/${texts.small}.md`]!))
/** The words of the figure’s caption are no words of a paragraph. */
const caption = wordsIn('Das Rad, von vorn gesehen.').join(' ')
let edition: Edition

before(() => {
  const built = build(sources, 'local')
  assert.ok(built.edition)
  edition = built.edition
})

async function comesBack(form: Form): Promise<Imported> {
  const text = edition.texts.find(({ slug }) => slug === texts.small)!
  const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
  const made = await makeForm({ form, inputs, layout: { paper: 'b5', size: 10.5, ebd: 'printed' } })
  assert.ok('bytes' in made)
  const folder = mkdtempSync(join(tmpdir(), 'own-form-'))
  try {
    writeFileSync(join(folder, `text.${form}`), made.bytes)
    return await imported(join(folder, `text.${form}`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function isTheText(got: Imported): void {
  const words = got.words.join(' ').replace(`${caption} `, '')
  assert.ok(words.includes(source.words.join(' ')), words)
  assert.equal(got.notes.length, source.notes.length)
  const inOrder = (notes: typeof got.notes) =>
    notes.map(({ words }) => words.slice(0, 3).join(' ')).sort()
  const written = inOrder(source.notes).filter((start) => !/2024|rella/.test(start))
  for (const start of written) assert.ok(inOrder(got.notes).includes(start), start)
  assert.deepEqual(
    got.headings.filter((words) => !/^(?:Glossen|Literatur)$/.test(words)),
    source.headings,
  )
  assert.equal(got.italics[0], source.italics[0])
}

test('an EPUB: text, notes, pages, languages; glossary and works as sections behind it', async () => {
  const got = await comesBack('epub')
  isTheText(got)
  assert.doesNotMatch(got.words.join(' '), /Abs \d/)
  assert.deepEqual(got.pages, source.pages)
  assert.equal(got.languages[0], 'en')
  for (const { words } of got.notes) assert.ok(!words.includes('Anmerkung') || words.length > 3)
  assert.deepEqual(got.headings.slice(-2), ['Glossen', 'Literatur'])
})

test('a TEI file: text, notes, pages, languages', async () => {
  const got = await comesBack('xml')
  isTheText(got)
  assert.deepEqual(got.pages, source.pages)
  assert.deepEqual(got.languages, source.languages)
})

test('a PDF: text, notes and block quotes, without its marks of pages', async () => {
  const got = await comesBack('pdf')
  isTheText(got)
  assert.equal(got.quotes, 1)
})
