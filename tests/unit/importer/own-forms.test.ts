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
import { markdownOf, readSource } from './read-source.ts'
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
const marked = String.raw`---
title: Vom Gras
author: Maria Testmann
rights: { status: open }
---

Bei <sc>Žofie Graß</sc> steht $\frac{1}{n} \sqrt{2}$ an [](page:9)*einem [](page:10)Halm*, und es gilt

$$\Delta t = \sum_{i=1}^{n} (t_i - t_0)$$

für alle Halme.[^1] Der Zählung nach $x^2$ folgt das Ende der Wie[](page:11)se.

| Das Gras ist grün,
| die Wiese
|     ist weit
|
| und der Weg ist lang, so lang, dass auch diese Zeile keinen Platz in einer Zeile hat.

Nach dem Gedicht stehen Zahlen.

${'Ein Absatz, der Zeilen füllt, bis die Tafel über zwei Seiten reicht. '.repeat(40)}

| Halm | Länge |
| --- | --- |
${Array.from({ length: 40 }, (_, i) => `| Halm ${i} | so lang wie ${i} |`).join('\n')}

[^1]: Bei <sc>Graß</sc> ist es $p < 0{,}05$.
`
const boxed = `---
title: Vom Klee
author: Maria Testmann
rights: { status: open }
---

::: dedication

Für die Hummeln

:::

::: epigraph

> Wer sät, der wartet.

Aus einem *Bauernkalender*[^1]

:::

Der Klee blüht.

| Klee    | Farbe |
| ------- | ----- |
| Rotklee | rot   |

: Die Arten, nach dem *Namen* geordnet.

::: drama

*Nacht. Ein Feld.*

<sc>Bauer</sc> *(leise)* Es regnet.

<sc>Magd</sc> *(laut)*

| Zeile eins
|     Zeile zwei

Noch ein Absatz von ihr.

:::

## Dank

::: endmatter

Dank an alle.

:::

::: signature

Im Mai

:::

[^1]: Von 1900.
`
const short = `---
title: Vom Halm
author: Maria Testmann
rights: { status: open }
---

## Der Weg

Ein Halm steht am Weg.[^1]

> Ein anderer auch.

[^1]: Mündlich.
`
const sources = {
  ...sourcesIn(editions.whole),
  'content/texts/heu.md': written,
  'content/texts/gras.md': marked,
  'content/texts/klee.md': boxed,
  'content/texts/halm.md': short,
}
const source = read(parseMarkdown(written))
let edition: Edition

before(() => {
  const built = build(sources, 'local')
  assert.ok(built.edition, JSON.stringify(built.problems))
  edition = built.edition
})

async function comesBack(form: Form): Promise<Imported> {
  const { file, bytes } = await made('heu', form)
  const folder = mkdtempSync(join(tmpdir(), 'own-form-'))
  try {
    writeFileSync(join(folder, file), bytes)
    return await imported(join(folder, file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function made(slug: string, form: Form): Promise<{ file: string; bytes: Uint8Array }> {
  const text = edition.texts.find((text) => text.slug === slug)!
  const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
  const made = await makeForm({ form, inputs, layout: { paper: 'b5', size: 10.5, ebd: 'printed' } })
  assert.ok('bytes' in made)
  return { file: `text.${form}`, bytes: made.bytes }
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

test('a PDF: text, notes, block quotes, languages, and the pages of the print in its margin', async () => {
  const got = await comesBack('pdf')
  isTheText(got)
  assert.deepEqual(got.pages, source.pages)
  // Behind them stand the languages of terms in the glossary.
  assert.deepEqual(got.languages.slice(0, 1), source.languages)
  assert.equal(got.quotes, 1)
})

test('a PDF: small capitals, formulas, verse, pages within marks and words, tables over pages', async () => {
  const { bytes, file } = await made('gras', 'pdf')
  const got = markdownOf(await readSource(bytes, { file }))
  const plain = (text: string) => text.replace(/\s*\|\n|-+\s*\||[ \n]+/g, ' ')
  const [, , body = ''] = marked.split(/^---$/m)
  const from = got.indexOf('Bei <sc>')
  assert.equal(plain(got.slice(from)).trim(), plain(body).trim())
})

for (const form of ['epub', 'xml'] as const)
  test(`boxes, captions and indented verse, of ${form}`, async () => {
    const { bytes, file } = await made('klee', form)
    const got = markdownOf(await readSource(bytes, { file }))
    assert.equal(got, boxed.replace(/^---\n[\s\S]*?\n---\n/, '').trim())
  })

test('a PDF with few lines on its page, without the numbers of its paragraphs', async () => {
  const { bytes, file } = await made('halm', 'pdf')
  const got = markdownOf(await readSource(bytes, { file }))
  assert.match(got, /Der Weg\n\nEin Halm steht am Weg\.\[\^1\]\n\n> Ein anderer auch\.\n\n\[\^1\]/)
})
