import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { textToTei } from '../../../src/formats/tei/index.ts'
import {
  passagesOf,
  type Block,
  type ImportedText,
  type Work,
} from '../../../src/importer/imported-text.ts'
import { importText } from '../../../src/importer/import-text.ts'
import { readTei } from '../../../src/importer/readers/tei/read-tei.ts'
import type { Reading } from '../../../src/importer/readers/reader.ts'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { editions, sourcesIn } from '../../fixture-edition.ts'
import { read } from '../../import/imported.ts'
import { optionsFor } from './read-source.ts'

const options = optionsFor('brief')
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
const source = (xml: string) => ({
  file: 'brief.xml',
  bytes: Buffer.from(xml),
  beside: () => drawing,
})
const readingOf = (xml: string) => readTei(source(xml), options) as Reading

const wrapped = (body: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Der Brunnen</title>
<author><persName><forename>Ada</forename> <surname>Moos</surname></persName></author></titleStmt></fileDesc></teiHeader>
<text><body>${body}</body>${more}</text></TEI>`

function textOf(body: string, more = ''): ImportedText {
  const { text, problems } = readingOf(wrapped(body, more))
  assert.deepEqual(problems, [])
  return text!
}
const wordsOf = (blocks: readonly Block[]) => passagesOf(blocks).map(({ text }) => text)
const notesOf = ({ notes }: ImportedText) =>
  notes.map(({ label, blocks }) => [label, ...wordsOf(blocks)])
/** The passage with its calls as [label]. */
const called = (block: Block) =>
  passagesOf([block]).map(({ text, points }) =>
    points
      .toReversed()
      .reduce(
        (words, point) =>
          point.kind === 'call'
            ? `${words.slice(0, point.index)}[${point.label}]${words.slice(point.index)}`
            : words,
        text,
      ),
  )

test('title and author of the header', () => {
  assert.deepEqual(textOf('<p>Wasser.</p>').head, {
    title: 'Der Brunnen',
    subtitle: null,
    authors: ['Ada Moos'],
  })
})

test('notes stand at their calls, also those that are printed elsewhere', () => {
  const text = textOf(
    '<p>Erstes<note place="foot" n="1">Am Fuß.</note> und zweites<ref target="#b">2</ref> Wort.</p>' +
      '<p>Noch einmal<note sameAs="#b"/>.</p>',
    '<back><div type="notes"><note xml:id="b" n="2">Am Ende.</note></div></back>',
  )
  assert.deepEqual(called(text.blocks[0]!), ['Erstes[1] und zweites[2] Wort.'])
  assert.deepEqual(called(text.blocks[1]!), ['Noch einmal[2].'])
  assert.deepEqual(notesOf(text), [
    ['1', 'Am Fuß.'],
    ['2', 'Am Ende.'],
  ])
})

test('the two parts of a note over a page end are one note', () => {
  const text = textOf(
    '<p>Vor<note xml:id="n1" next="#n2" place="foot" n="*)">Erster Teil</note> der Seite ' +
      '<pb n="[12]"/>danach<note xml:id="n2" prev="#n1" place="foot">, zweiter Teil.</note>.</p>',
  )
  assert.deepEqual(notesOf(text), [['1', 'Erster Teil, zweiter Teil.']])
  assert.deepEqual(called(text.blocks[0]!), ['Vor[1] der Seite danach.'])
  assert.deepEqual(
    passagesOf(text.blocks)[0]!.points.filter(({ kind }) => kind === 'page'),
    [{ kind: 'page', label: '12', index: 14 }],
  )
})

for (const [name, xml, wanted] of [
  ['a hyphen before lb', 'Der Gar-<lb/>\nten und der Garten', 'Der Garten und der Garten'],
  ['the sign ¬', 'Der Gar¬<lb/>ten', 'Der Garten'],
  ['break="no"', 'Der Gar<lb break="no"/>ten', 'Der Garten'],
  ['a hyphen of the word', 'Die Ost-<lb/>West-Achse', 'Die Ost-West-Achse'],
  ['no hyphen', 'Der<lb/>Garten', 'Der Garten'],
  [
    'a page break and a running head',
    'Der Gar-<lb/><pb n="3"/><fw type="header">Kopf</fw><lb/>ten',
    'Der Garten',
  ],
  ['markup at the break', '<hi rend="i">Gar-</hi><lb/><hi rend="i">ten</hi>', 'Garten'],
  ['a soft hyphen', 'Gar\u00AD<lb/>ten', 'Garten'],
] as const)
  test(`lines divided by ${name} are joined`, () => {
    assert.deepEqual(wordsOf(textOf(`<p>${xml}</p>`).blocks), [wanted])
  })

test('renditions, languages and editorial choices', () => {
  const { text, remarks } = readingOf(
    wrapped(
      '<p><hi rendition="#g">gesperrt</hi> <hi rend="italic">kursiv</hi> <hi rend="sup">2</hi> ' +
        '<hi rendition="#k">Kapital</hi> <foreign xml:lang="fr">par terre</foreign> ' +
        '<choice><sic>Hasu</sic><corr>Haus</corr></choice> <del>weg</del><gap/></p>',
    ),
  )
  const [passage] = passagesOf(text!.blocks)
  assert.equal(passage!.text, 'gesperrt kursiv 2 Kapital par terre Haus […]')
  assert.deepEqual(
    passage!.marks.map((mark) => [mark.kind, passage!.text.slice(mark.from, mark.to)]),
    [
      ['emphasis', 'gesperrt'],
      ['emphasis', 'kursiv'],
      ['superscript', '2'],
      ['small-caps', 'Kapital'],
      ['lang', 'par terre'],
    ],
  )
  const said = remarks.map(({ text }) => text).join('\n')
  assert.match(said, /corr statt sic.*1 Stelle/)
  assert.match(said, /Gestrichenes/)
  assert.match(said, /Lücken/)
})

test('divisions, quotations, verse, drama, lists and tables', () => {
  const { blocks } = textOf(
    '<div><head>Kapitel</head><p>Er sagte <q>ja</q>.</p><quote><p>Ein Zitat.</p></quote>' +
      '<lg><l>Erste Zeile,</l><l>zweite Zeile.</l></lg>' +
      '<sp><speaker>Anna</speaker><p>Komm! <stage>ab</stage></p></sp>' +
      '<list rend="numbered"><item>eins</item><item>zwei</item></list>' +
      '<table><row role="label"><cell>A</cell><cell>B</cell></row><row><cell>1</cell></row></table>' +
      '<div><head>Unterkapitel</head><p>Ende.</p></div></div>',
  )
  assert.deepEqual(
    blocks.map((block) => block.kind),
    ['heading', 'paragraph', 'quote', 'verse', 'box', 'list', 'table', 'heading', 'paragraph'],
  )
  assert.deepEqual(wordsOf([blocks[1]!]), ['Er sagte „ja“.'])
  assert.deepEqual(
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])),
    [1, 2],
  )
  assert.deepEqual(
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map(({ length }) => length) : [],
    ),
    [2, 2],
  )
})

test('unknown elements keep their words and are named once', () => {
  const { text, remarks } = readingOf(
    wrapped('<p>Das <fremd>eine</fremd> und das <fremd>andere</fremd>.</p>'),
  )
  assert.deepEqual(wordsOf(text!.blocks), ['Das eine und das andere.'])
  assert.equal(remarks.filter(({ text }) => text.includes('<fremd>')).length, 1)
})

for (const [name, xml, pattern] of [
  ['an element that is not closed', wrapped('<p>Wasser'), /close tag\./],
  ['a file that is cut off', wrapped('<p>Wasser.</p>').slice(0, 250), /./],
  ['an entity that is not declared', wrapped('<p>&wasser;</p>'), /entity/],
  ['no text', '<TEI><teiHeader/></TEI>', /no element <text>/],
] as const)
  test(`${name} is a problem with its place`, () => {
    const { text, problems } = readingOf(xml)
    assert.equal(text, null)
    assert.equal(problems[0]?.name, 'damaged-file')
    assert.match(problems[0].message, pattern)
    assert.ok(problems[0].line >= 1)
  })

test('the edition’s own TEI gives the same text again', () => {
  const { edition } = build(sourcesIn(editions.whole), 'local')
  const works = new Map(edition!.works.map(({ work }) => [work.id, work]))
  for (const text of edition!.texts) {
    const xml = textToTei(text, {
      meta: edition!.meta,
      address: 'https://edition.example/',
      terms: edition!.terms,
      works,
      bibliography: edition!.bibliography,
      absolute: (url) => new URL(url, 'https://edition.example/').href,
    })
    const reading = readingOf(xml)
    const result = importText(reading, {
      file: 'text.xml',
      format: 'tei',
      rights: 'unknown',
      bibliography: [...works.values()] as Work[],
    })
    const got = read(parseMarkdown(result.text))
    const wanted = read(text.tree)
    assert.deepEqual(got.words, wanted.words, text.slug)
    assert.deepEqual(got.headings, wanted.headings, text.slug)
    assert.deepEqual(got.pages, wanted.pages, text.slug)
    assert.deepEqual(
      got.notes.map(({ words }) => words),
      text.notes.map(({ wording }) => wording.match(/[\p{L}\p{N}]+/gu)),
      text.slug,
    )
  }
})

test('what only looks like an address is no link', () => {
  const { blocks } = textOf(
    '<p>Ein <ref target="https://example.org/a">Ort</ref>, <ref target="https://">keiner</ref>.</p>',
  )
  const [passage] = passagesOf(blocks)
  assert.equal(passage!.text, 'Ein Ort, keiner.')
  assert.deepEqual(
    passage!.marks.filter(({ kind }) => kind === 'link').map(({ from, to }) => [from, to]),
    [[4, 7]],
  )
})
