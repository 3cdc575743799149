/** The importer's model: everything in it can be read by the edition from the Markdown written. */
import assert from 'node:assert/strict'
import { starName } from '../../../src/contract/ids.ts'
import { test } from 'node:test'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { readText } from '../../../src/edition/read/read-text.ts'
import {
  mapPassages,
  passagesOf,
  type Block,
  type ImportedText,
  type Mark,
  type MarkKind,
  type Passage,
  type Point,
} from '../../../src/importer/imported-text.ts'
import { comparePositions, type ImportPosition } from '../../../src/importer/import-position.ts'
import type { Format } from '../../../src/importer/readers/formats.ts'
import { formatNames } from '../../../src/importer/report/format-names.ts'
import { question, quoted, remark } from '../../../src/importer/report/remark.ts'
import { writeReport } from '../../../src/importer/report/report.ts'
import { editionTree } from '../../../src/importer/write/edition-tree.ts'
import { lostOnTheWay } from '../../../src/importer/write/round-trip.ts'
import { writeMarkdown } from '../../../src/markdown/write.ts'
import { wordingOf } from '../../../src/markdown/wording.ts'

const at: ImportPosition = { kind: 'paragraph', part: null, paragraph: 1 }

/** A passage in which each of `marked` marks the first occurrence of its words. */
function passage(text: string, marked: [string, MarkKind][] = [], points: Point[] = []): Passage {
  const marks = marked.map(([words, kind]): Mark => {
    const from = text.indexOf(words)
    assert.ok(from >= 0, words)
    return { ...kind, from, to: from + words.length }
  })
  return { text, positions: [{ index: 0, at }], marks, points }
}
const paragraph = (...args: Parameters<typeof passage>): Block => ({
  kind: 'paragraph',
  content: passage(...args),
})
const call = (label: string, index: number): Point => ({ kind: 'call', label, index })

const made: ImportedText = {
  file: 'weg.docx',
  works: [],
  pictures: [],
  head: { title: 'Der Weg', subtitle: null, authors: ['Anna Berg'] },
  blocks: [
    {
      kind: 'heading',
      level: 1,
      content: passage('Vom Anfang #', [['Anfang', { kind: 'emphasis' }]]),
    },
    paragraph(
      'Nutzer*innen von H2O, «Äpfel» und Ada Lovelace im 1er; the big one, siehe a.example.',
      [
        ['2', { kind: 'subscript' }],
        ['Lovelace', { kind: 'small-caps' }],
        ['er;', { kind: 'superscript' }],
        ['Ada Lovelace', { kind: 'strong' }],
        ['the big one', { kind: 'lang', tag: 'en' }],
        ['a.example', { kind: 'link', url: 'https://a.example/b_(c)' }],
      ],
      [
        { kind: 'page', label: '104', index: 0 },
        call(starName, 12),
        { kind: 'page', label: null, index: 20 },
        call('1', 84),
      ],
    ),
    { kind: 'heading', level: 2, content: passage('1. Vom Weg') },
    {
      kind: 'quote',
      blocks: [
        paragraph('- Kein Punkt einer Liste: [T]he *Stern.'),
        {
          kind: 'verse',
          lines: [passage('Ein Vers,'), passage('+ noch einer', [['einer', { kind: 'emphasis' }]])],
        },
      ],
    },
    {
      kind: 'lines',
      lines: [
        passage('Wer reitet'),
        passage('so spät'),
        passage('durch [Nacht]', [], [call('2', 13)]),
      ],
    },
    {
      kind: 'list',
      start: null,
      items: [
        [paragraph('Äpfel')],
        [
          paragraph('Birnen'),
          { kind: 'list', start: 3, items: [[paragraph('gelbe')], [paragraph('grüne')]] },
        ],
      ],
    },
    {
      kind: 'list',
      start: null,
      items: [[paragraph('eine andere Liste')], [paragraph('[x] kein Kästchen')]],
    },
    {
      kind: 'table',
      headed: true,
      caption: passage('Tab. 1: Preise', [['Preise', { kind: 'emphasis' }]]),
      rows: [
        [passage('Ware'), passage('Preis | Euro')],
        [passage('Leim', [['Leim', { kind: 'strong' }]]), passage('5', [], [call('3', 1)])],
      ],
    },
    { kind: 'table', headed: false, caption: null, rows: [[passage('a'), passage('b')]] },
    {
      kind: 'figure',
      url: '/weg.png',
      alternative: 'Ein "Weg"',
      caption: passage("Abb. 1: 'Weg'"),
      at,
    },
    {
      kind: 'figure',
      url: '/tor.png',
      alternative: 'Ein Tor',
      caption: passage('Abb. 2: Tor', [['Tor', { kind: 'emphasis' }]], [call('4', 11)]),
      at,
    },
  ],
  notes: [
    { label: starName, kind: 'footnote', at, blocks: [paragraph('Der Verein dankt.')] },
    {
      label: '1',
      kind: 'footnote',
      at,
      blocks: [
        paragraph('Ada Lovelace: Noten, 12.', [
          ['Ada Lovelace: Noten', { kind: 'work', key: 'lovelace-1843' }],
          ['Ada Lovelace', { kind: 'small-caps' }],
        ]),
        { kind: 'quote', blocks: [paragraph('Ein Zitat.')] },
      ],
    },
    {
      label: '2',
      kind: 'endnote',
      at,
      blocks: [
        { kind: 'list', start: 1, items: [[paragraph('erstens')], [paragraph('zweitens')]] },
      ],
    },
    { label: '3', kind: 'endnote', at, blocks: [paragraph('1843. Ein Jahr.')] },
    {
      label: '4',
      kind: 'footnote',
      at,
      blocks: [{ kind: 'verse', lines: [passage('a'), passage('b')] }],
    },
  ],
}

const frame = { rights: { status: 'open', source: 'weg.docx', changes: 'keine' }, printed: null }
const tree = editionTree(made, frame)
const markdown = writeMarkdown(tree.root)

/** Text of all nodes of a type, in order. */
function wordsOf(root: Root, ...types: Nodes['type'][]): string[] {
  const found: string[] = []
  visit(root, (node) => void (types.includes(node.type) && found.push(wordingOf(node))))
  return found
}

test('every kind of block and mark is written and read by the edition', () => {
  const { data: text, problems } = readText('content/private/weg.md', markdown)
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  )
  const { tree: read, notes } = text!
  const leaves = wordsOf(read, 'heading', 'paragraph', 'tableCell').filter(Boolean)
  const passages = [...made.blocks, ...made.notes.flatMap(({ blocks }) => blocks)]
  const words = passages.flatMap((block): string[] => leafWords(block))
  assert.deepEqual(leaves, words)
  assert.deepEqual(wordsOf(read, 'styled'), ['2', 'Lovelace', 'er;', 'Ada Lovelace'])
  assert.deepEqual(wordsOf(read, 'strong'), ['Ada Lovelace', 'Leim'])
  assert.deepEqual(wordsOf(read, 'emphasis'), ['Anfang', 'einer', 'Preise', 'Tor'])
  assert.deepEqual(wordsOf(read, 'foreign'), ['the big one'])
  assert.deepEqual(wordsOf(read, 'link'), ['a.example'])
  assert.deepEqual(wordsOf(read, 'workRef'), ['Ada Lovelace: Noten'])
  assert.deepEqual(
    notes.map(({ label, calls }) => [label, calls.length]),
    [
      ['*', 1],
      ['1', 1],
      ['2', 1],
      ['3', 1],
      ['4', 1],
    ],
  )
  assert.deepEqual(
    text!.pages.map(({ label }) => label),
    ['104'],
  )
  const kinds: string[] = []
  visit(read, ({ type }) => void kinds.push(type))
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  assert.deepEqual(
    ['blockquote', 'break', 'verseLine', 'list', 'listItem', 'table', 'tableRow', 'image'].map(
      count,
    ),
    [2, 2, 4, 4, 8, 2, 4, 2],
  )
})

/** The text of each block as read by the edition. */
function leafWords(block: Block): string[] {
  switch (block.kind) {
    case 'quote':
      return block.blocks.flatMap(leafWords)
    case 'list':
      return block.items.flat().flatMap(leafWords)
    case 'verse':
    case 'lines':
      return [block.lines.map(({ text }) => text).join(' ')]
    case 'figure':
      return block.caption?.marks.length ? [block.caption.text] : []
    case 'table':
      return [...block.rows.flat(), ...(block.caption ? [block.caption] : [])]
        .map(({ text }) => text)
        .filter(Boolean)
    default:
      return passagesOf([block]).map(({ text }) => text)
  }
}

test('a paragraph is one line without unnecessary escapes', () => {
  for (const line of [
    '[](page:104)Nutzer*innen[^stern] von H<sub>2</sub>O, «Äpfel» und **Ada <sc>Lovelace</sc>** im 1<sup>er;</sup> ' +
      '[the big one](lang:en), siehe [a.example](https://a.example/b_\\(c\\)).[^1]',
    '## Vom *Anfang* \\#',
    '### 1. Vom Weg',
    '> \\- Kein Punkt einer Liste: [T]he \\*Stern.',
    '[^1]: [<sc>Ada Lovelace</sc>: Noten](work:lovelace-1843), 12.',
    '[^3]: 1843\\. Ein Jahr.',
  ])
    assert.ok(markdown.split('\n').includes(line), `${line}\n\nis not in\n\n${markdown}`)
})

test('emphasis of a part of a word is written with tags, stars stay signs', () => {
  const blocks = [
    paragraph('Die Linnésche Art, Urtext, Nutzer*innen.', [
      ['Linné', { kind: 'emphasis' }],
      ['text', { kind: 'strong' }],
      ['Nutzer', { kind: 'emphasis' }],
    ]),
  ]
  const parts = editionTree({ ...made, blocks, notes: [] }, frame)
  const written = writeMarkdown(parts.root)
  assert.deepEqual(lostOnTheWay(made.file, parts, written), [])
  const { tree: read } = readText('content/private/weg.md', written).data!
  assert.deepEqual(wordsOf(read, 'emphasis'), ['Linné', 'Nutzer'])
  assert.deepEqual(wordsOf(read, 'strong'), ['text'])
})

test('lost words are reported with their place', () => {
  assert.deepEqual(lostOnTheWay(made.file, tree, markdown), [])
  const [lost, ...others] = lostOnTheWay(made.file, tree, markdown.replace('Wer reitet', 'Wer'))
  assert.deepEqual(others, [])
  assert.equal(lost?.name, 'not-lossless')
  assert.equal(lost.path, 'weg.docx, paragraph')
  const uncalled = lostOnTheWay(made.file, tree, markdown.replace('spät', 'spät[^1]'))
  assert.equal(uncalled.length, 1)
  assert.notDeepEqual(lostOnTheWay(made.file, tree, `${markdown}\nMehr.\n`), [])
})

test('passages are mapped in reading order', () => {
  const seen: string[] = []
  const mapped = mapPassages(made.blocks, (one) => {
    seen.push(one.text)
    return { ...one, text: one.text.toUpperCase() }
  })
  assert.deepEqual(
    seen,
    passagesOf(made.blocks).map(({ text }) => text),
  )
  assert.deepEqual(
    passagesOf(mapped).map(({ text }) => text),
    seen.map((text) => text.toUpperCase()),
  )
})

test('the report names places of every kind of source, sorted', () => {
  const places: ImportPosition[] = [
    { kind: 'line', line: 7, column: 2 },
    { kind: 'line', line: 3, column: 1 },
    { kind: 'page', page: 2, line: 5 },
    { kind: 'page', page: 1, line: 9 },
    { kind: 'paragraph', part: 'word/footnotes.xml', paragraph: 4 },
  ]
  const named = (...own: ImportPosition[]) => {
    const resolution = { blocks: [], notes: [], works: [], references: [], remarks: [] }
    const remarks = own.map((place) => remark('dropped', place, 'Weg.'))
    return /^- (.*): Weg\.$/m.exec(
      writeReport({ format: 'docx', text: made, resolution, remarks }),
    )?.[1]
  }
  assert.equal(named(places[0]!, places[1]!), 'Zeilen 3, 7')
  assert.equal(named(places[2]!, places[3]!), 'S. 1, Zeile 9; S. 2, Zeile 5')
  assert.equal(named(places[4]!), 'Absatz 4 von word/footnotes.xml')
  assert.ok(comparePositions(places[1]!, places[0]!) < 0)
})

test('the report says what its places are, the text what an import changes', () => {
  const resolution = { blocks: [], notes: [], works: [], references: [], remarks: [] }
  const headOf = (format: Format) =>
    writeReport({ format, text: made, resolution, remarks: [] }).split('\n')[2]
  assert.equal(headOf('text'), 'Text: `weg.docx`. Zeilen sind Zeilen der Datei.')
  assert.match(headOf('docx')!, /^Word-Datei \(DOCX\): `weg\.docx`\. Absätze sind/)
  assert.match(headOf('pdf')!, /^PDF: `weg\.docx`\. Seiten sind/)
  assert.match(formatNames.pdf.changes, /Trennungen/)
  assert.doesNotMatch(formatNames.docx.changes, /Umbruch|Trennungen/)
})

test('of the questions of a kind the most doubtful come first', () => {
  const line = (line: number): ImportPosition => ({ kind: 'line', line, column: 1 })
  const often = (number: number) =>
    question('notes', line(number), `Steht ${quoted(`Wort ${number}`)} am rechten Ort?`)
  const questions = [
    ...Array.from({ length: 30 }, (_, i) => often(i + 1)),
    question('notes', line(40), 'Eine Anmerkung fehlt.'),
    question('notes', line(50), 'Viele Wörter fehlen.', { doubt: 12 }),
    question('notes', line(45), 'Ein Wort fehlt.', { doubt: 2 }),
  ]
  const resolution = { blocks: [], notes: [], works: [], references: [], remarks: [] }
  const report = writeReport({ format: 'text', text: made, resolution, remarks: questions })
  const [, list] = /### Anmerkungen\n\n([\s\S]*?)\n\n/.exec(report)!
  const lines = list!.split('\n').map((one) => /^- (?:Zeile (\d+)|… und (\d+))/.exec(one)!)
  assert.deepEqual(
    lines.slice(0, 5).map(([, place]) => Number(place)),
    [50, 45, 40, 1, 2],
  )
  assert.equal(lines.length, 26)
  assert.equal(lines.at(-1)![2], '8')
})

test('what the report says to write can be copied, words of the source change nothing in it', () => {
  const resolution = { blocks: [], notes: [], works: [], references: [], remarks: [] }
  const place: ImportPosition = { kind: 'line', line: 1, column: 1 }
  const said = 'Zu „a `b [c] d` *e*“ ist `[Wörter](lang:en)` zu schreiben, nicht *f*.'
  const report = writeReport({
    ...{ format: 'text', text: made, resolution },
    remarks: [question('references', place, said)],
  })
  assert.ok(
    report.includes(
      'Zu „a \\`b \\[c\\] d\\` \\*e\\*“ ist `[Wörter](lang:en)` zu schreiben, nicht \\*f\\*.',
    ),
    report,
  )
  assert.match(report, /### Verweise\n\nIst ein Werk gemeint, .*`\[Wörter\]\(work:SCHLÜSSEL\)`/)
  assert.match(report, /## Verweise und Werke\n\nKeine\.$/)
})
