/** Markdown of other programs, Pandoc's first. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { markdownOf, readSource, sentencesOf } from './read-source.ts'

const read = (source: string, beside: Record<string, string> = {}) =>
  readSource(source, { file: 'heu.md', format: 'markdown', beside })
const dense = (markdown: string) => markdown.replace(/\n+/g, '\n')
const gives = async (source: string, expected: string) =>
  assert.equal(dense(markdownOf(await read(source))), expected)

test('notes with any label, of several paragraphs, and inside the words', async () => {
  await gives(
    'Heu[^a] und Gras.^[Im *Beet* [rechts].] Klee[^2].\n\n[^a]: Eins.\n\n    Zwei.\n\n[^2]: Drei.',
    'Heu[^1] und Gras.[^2] Klee[^3].\n[^1]: Eins.\n    Zwei.\n[^2]: Im *Beet* [rechts].\n[^3]: Drei.',
  )
  await gives(
    'Heu[^stern] a[^1] b[^e1].\n\n[^stern]: S.\n\n[^1]: A.\n\n[^e1]: E.',
    'Heu[^stern] a[^1] b[^e1].\n[^stern]: S.\n[^1]: A.\n[^e1]: E.',
  )
  const missing = await read('Heu[^7].\n\n[^8]: Niemand.')
  assert.equal(dense(markdownOf(missing)), 'Heu\\[^7\\].\nNiemand.')
  assert.equal(
    missing.remarks.filter(({ topic, question }) => topic === 'notes' && question).length,
    2,
  )
})

test('spans, divisions, raised and lowered words, marked words', async () => {
  await gives(
    '[Wort]{.smallcaps} [bigger\nwords]{lang=en} ==so== H~2~O x^2^ `a^b^` ~~alt~~ *Linné*sche Nutzer*innen',
    '<sc>Wort</sc> [bigger words](lang:en) so H<sub>2</sub>O x<sup>2</sup> a\\^b^ alt <em>Linné</em>sche Nutzer*innen',
  )
  await gives('::: {.zitat}\nEin *Zitat*.\n:::\n\n::: wichtig\nText.\n:::', '> Ein *Zitat*.\nText.')
  await gives(
    'Das <i>rohe</i> <sup>er</sup> <b>HTML</b><br>hier',
    'Das *rohe* <sup>er</sup> **HTML**\\\nhier',
  )
})

test('verse, definitions, lists by letters, tables', async () => {
  await gives(
    '| Ein Vers,\n|   noch *einer*\n|\n| Und Schluss',
    '| Ein Vers,\n|   noch *einer*\n|\n| Und Schluss',
  )
  await gives('Beet\n:   ein Stück *Erde*\n\n    mehr', 'Beet\n- ein Stück *Erde*\n  mehr')
  await gives(
    '1.  Punkt\n    a.  eins\n    b.  zwei\n2.  Ende',
    '1. Punkt\n   1. eins\n   2. zwei\n2. Ende',
  )
  const table = '| Ware | Euro |\n| ---- | ---- |\n| Leim | 5    |'
  await gives('Ware    Euro\n------  ----\nLeim    5', table)
  await gives(
    '+------+------+\n| Ware | Euro |\n+======+======+\n| Leim | 5    |\n+------+------+',
    table,
  )
  await gives('| Ware | Euro |\n|------|-----:|\n| Leim | 5 |\n\n: Preise', `${table}\n: Preise`)
})

test('tables with rows of several lines, with and without head; their captions below and above', async () => {
  const rule = '-------------------'
  const table =
    '| Ware im Hof | Euro |\n| ----------- | ---- |\n| Leim aus Haut | 5 |\n| Harz | 12 |'
  const source = `${rule}\nWare        Euro\nim Hof\n---------- --------\nLeim          5\naus Haut\n\nHarz         12\n${rule}`
  const narrow = (markdown: string) => dense(markdown).replace(/ {2,}/g, ' ').replace(/-{2,}/g, '-')
  const tables = async (text: string) => narrow(markdownOf(await read(text)))
  assert.equal(await tables(`Heu.\n\n${source}\n\nKlee.`), narrow(`Heu.\n${table}\nKlee.`))
  for (const text of [
    `${source}\n\nTable: Preise *im*\nMai\n\nKlee.`,
    `${source}\n\n: Preise *im* Mai\n\nKlee.`,
    `Table: Preise *im* Mai\n\n${source}\n\nKlee.`,
  ]) {
    assert.equal(await tables(text), narrow(`${table}\n: Preise *im* Mai\nKlee.`))
    const { text: imported } = await read(text)
    assert.equal(imported!.blocks[0]!.kind, 'table')
  }
  const bare =
    '---------- --------\nLeim          5\naus Haut\n\nHarz         12\n---------- --------'
  assert.equal(await tables(bare), '| Leim aus Haut | 5 |\n| - | - |\n| Harz | 12 |')
})

test('rules, underlined headings and words behind a colon are no tables', async () => {
  await gives('Heu.\n\n-----\n\nKlee\n-----\n\nGras.', 'Heu.\n## Klee\nGras.')
  await gives('Heu.\n\nTable: nur ein Satz.\n\nKlee.', 'Heu.\nTable: nur ein Satz.\nKlee.')
  await gives(
    '-----------\nein Wort, das über beide Spalten geht\n----- -----\nHeu und Gras\n-----------',
    'ein Wort, das über beide Spalten geht\n## Heu und Gras',
  )
})

test('headings with attributes, underlined, without level 1', async () => {
  await gives(
    '---\ntitle: T\n---\n\nEins {#eins}\n===\n\na\n\n## Zwei {.unnumbered}\n\nb',
    '## Eins\na\n### Zwei\nb',
  )
  await gives('a\n\n### Vom Graben\n\nb', 'a\n## Vom Graben\nb')
})

test('title and authors, in YAML or behind %', async () => {
  const yaml = await read(
    '---\ntitle: Vom Heu\nsubtitle: Ein Versuch\nauthor: [Maria Testmann, {name: Otto Feld}]\nabstract: Kurz.\n---\n\nHeu.',
  )
  assert.deepEqual(yaml.text!.head, {
    title: 'Vom Heu',
    subtitle: 'Ein Versuch',
    authors: ['Maria Testmann', 'Otto Feld'],
  })
  assert.ok(sentencesOf(yaml, 'head').some((sentence) => sentence.includes('Kurz.')))
  const percent = await read('% Vom Heu\n% Maria Testmann; Otto Feld\n% 2020\n\nHeu.')
  assert.deepEqual(percent.text!.head, {
    title: 'Vom Heu',
    subtitle: null,
    authors: ['Maria Testmann', 'Otto Feld'],
  })
  assert.equal(markdownOf(percent), 'Heu.')
})

const bib = String.raw`@string{verlag = "Gr{\"u}n"}
@book{meier2001, author = {Meier, Anna and von Berg, Otto}, title = {Das {H}eu}, subtitle = {Ein Buch},
  year = 2001, publisher = verlag, address = {K\"oln}}
@article{feld2003, author={Otto Feld}, title={Gras & Klee}, journaltitle={Zs.}, date={2003-05}, pages={1--9}}`

test('citations whose data lie beside the text are linked, others are asked about', async () => {
  const result = await read(
    '[vgl. @meier2001, 3; @feld2003] und @meier2001 [7], [-@meier2001], [@fehlt, 2].[^1] a@b.example\n\n[^1]: [@feld2003, 5].',
    { 'heu.bib': bib },
  )
  assert.equal(
    dense(markdownOf(result)),
    '(vgl. [Meier und von Berg 2001](work:meier2001), 3; [Feld 2003](work:feld2003)) und [Meier und von Berg (2001, 7)](work:meier2001), ([2001](work:meier2001)), \\[@fehlt, 2\\].[^1] [a@b.example](mailto:a@b.example)\n[^1]: [Feld 2003](work:feld2003), 5.',
  )
  assert.deepEqual(result.text!.works, [
    {
      id: 'meier2001',
      type: 'book',
      title: 'Das Heu: Ein Buch',
      publisher: 'Grün',
      'publisher-place': 'Köln',
      author: [
        { family: 'Meier', given: 'Anna' },
        { family: 'von Berg', given: 'Otto' },
      ],
      issued: { 'date-parts': [[2001]] },
    },
    {
      id: 'feld2003',
      type: 'article-journal',
      title: 'Gras & Klee',
      'container-title': 'Zs.',
      page: '1-9',
      author: [{ family: 'Feld', given: 'Otto' }],
      issued: { 'date-parts': [[2003, 5]] },
    },
  ])
  assert.ok(sentencesOf(result, 'references').some((sentence) => sentence.includes('@fehlt')))
})

test('a bibliography in CSL-JSON that the frontmatter names', async () => {
  const works = [
    {
      id: 'm',
      type: 'book',
      title: 'Heu',
      author: [{ family: 'Meier' }],
      issued: { 'date-parts': [[1999]] },
    },
  ]
  const result = await read('---\nbibliography: w.json\n---\n\nSo [@m].', {
    'w.json': JSON.stringify(works),
  })
  assert.equal(markdownOf(result), 'So ([Meier 1999](work:m)).')
  assert.deepEqual(result.text!.works, works)
})

test('the edition’s own marks', async () => {
  await gives(
    '[](page:12)Neue *Seite* [bigger](lang:en), [PTX](term:ptx).',
    '[](page:12)Neue *Seite* [bigger](lang:en), PTX.',
  )
})

const material = new URL('../../../../shared/material/', import.meta.url)
const skip = existsSync(material) ? false : 'the real files are not there'

test('articles', { skip }, async () => {
  const counted = async (name: string) => {
    const result = await readSource(readFileSync(new URL(name, material)), { file: name })
    markdownOf(result)
    return result.text!.notes.length
  }
  assert.equal(await counted('libreas31-schuldt.md'), 45)
  assert.equal(await counted('libreas31-brandt02.md'), 10)
  assert.equal(await counted('infoprax.md'), 2)
})
