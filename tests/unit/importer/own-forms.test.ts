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
import { editions, sourcesIn } from '../../fixture-edition.ts'
import { imported, read, type Imported } from '../../import/imported.ts'
import { parseMarkdown } from '../../../src/markdown/parse.ts'

const written = `---
title: Vom Heu
subtitle: Eine Probe
author: Maria Testmann
language: de
rights: { status: open }
---

[](page:9)Das Heu *trocknet*[^stern] auf der Wiese,[^1] und der Wind wendet es.

## Der Schober[^2]

> Ein Zitat von zwei Absätzen, in dem eine GPU vorkommt
>
> und die Seite [](page:10)wechselt.

- ein Rechen
- eine Gabel

Man sagt [make hay while the sun shines](lang:en) und geht.[^1]

[^stern]: Dank an den Wind.

[^1]: Eine *lange* Anmerkung, die sagt, wie Heu gewendet wird.

[^2]: Aus Holz.
`
const sources = { ...sourcesIn(editions.whole), 'content/texts/heu.md': written }
const source = read(parseMarkdown(written))
let edition: Edition

before(() => {
  const built = build(sources, 'local')
  assert.ok(built.edition)
  edition = built.edition
})

async function comesBack(form: Form): Promise<Imported> {
  const text = edition.texts.find(({ slug }) => slug === 'heu')!
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

const starting = ({ notes }: Pick<Imported, 'notes'>) =>
  notes.map(({ words }) => words.join(' ')).sort()

function isTheText(got: Imported): void {
  assert.ok(got.words.join(' ').includes(source.words.join(' ')), got.words.join(' '))
  assert.deepEqual(starting(got), starting(source))
  assert.deepEqual(got.headings.slice(0, 1), source.headings)
  assert.deepEqual(got.italics, source.italics)
}

test('an EPUB: text, notes, pages, languages; the glossary as a section behind it', async () => {
  const got = await comesBack('epub')
  isTheText(got)
  assert.doesNotMatch(got.words.join(' '), /Abs \d/)
  assert.deepEqual(got.pages, source.pages)
  assert.deepEqual(got.languages, source.languages)
  assert.deepEqual(got.headings, [...source.headings, 'Glossen'])
  assert.equal(got.quotes, 1)
})

test('a TEI file: text, notes, pages, languages', async () => {
  const got = await comesBack('xml')
  isTheText(got)
  assert.deepEqual(got.pages, source.pages)
  // Behind them stand the languages of terms in the glossary.
  assert.deepEqual(got.languages.slice(0, 1), source.languages)
  assert.equal(got.quotes, 1)
})

test('a PDF: text, notes, block quotes and languages, without its marks of pages', async () => {
  const got = await comesBack('pdf')
  isTheText(got)
  // Behind them stand the languages of terms in the glossary.
  assert.deepEqual(got.languages.slice(0, 1), source.languages)
  assert.equal(got.quotes, 1)
})
