import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importFile } from '../../../src/importer/import-file.ts'
import { passagesOf } from '../../../src/importer/imported-text.ts'
import { ImportError } from '../../../src/importer/problems.ts'
import { readScan, type ScanOptions } from '../../../src/importer/readers/scan/read-scan.ts'
import { lotteryFrom } from './random.ts'

const options: ScanOptions = { file: 'scan.txt', slug: 'scan', firstPage: null }

function read(text: string, more: Partial<ScanOptions> = {}) {
  const reading = readScan(Buffer.from(text), { ...options, ...more })
  assert.deepEqual(reading.problems, [])
  const passages = passagesOf(reading.text!.blocks).map((passage) => passage.text)
  const notes = reading.text!.notes.map((note) => passagesOf(note.blocks)[0]!.text)
  const questions = reading.remarks.filter(({ question }) => question).map((one) => one.text)
  return { head: reading.text!.head, passages, notes, questions, reading }
}

/** Lines side by side, as pdftotext -layout writes them. */
function beside(columns: readonly (readonly string[])[], gap = 4): string {
  const widths = columns.map((lines) => Math.max(...lines.map(({ length }) => length)) + gap)
  const rows = Math.max(...columns.map(({ length }) => length))
  return Array.from({ length: rows }, (_, row) =>
    columns
      .map((lines, i) => (lines[row] ?? '').padEnd(widths[i]!))
      .join('')
      .trimEnd(),
  ).join('\n')
}

const left = [
  'Der linke Weg beginnt am Tor und',
  'läuft an der Mauer hin, bis er an',
  'den Brunnen kommt.1 Dort steht eine',
  'Bank, auf der niemand sitzt, weil',
  'sie morsch ist und nach Moos riecht,',
  'wenn der Regen von Westen her',
]
const right = [
  'gegen die Bretter schlägt.2',
  '',
  'Der rechte Weg ist länger. Er geht',
  'durch das Obst und endet bei den',
  'Bienen, die im Sommer schwärmen,',
]
const leftNotes = ['', '1 Er ist trocken, seit man ihn', 'im Dorf nicht mehr braucht.']
const rightNotes = ['', '', '2 Nur im März.']

test('columns are read one after the other, page by page, with their notes behind both', () => {
  const first = beside([
    [...left, ...leftNotes],
    [...right, ...rightNotes],
  ])
  const second = beside([
    [
      'und im Herbst kaum zu hören sind.',
      'Am Ende liegt ein Teich, in dem man',
      'früher baden durfte, was aber schon',
      'lange vorbei und kaum noch wahr ist,',
    ],
    [
      'weil das Wasser seither nach altem',
      'Eisen riecht und jeden Abend kälter',
      'wird.3',
      '',
      '3 Gemessen wurde dreimal.',
    ],
  ])
  const third = beside([
    [
      'Danach wird der Hang so steil, dass',
      'man sich an den Ästen halten muss,',
      'die bis auf den Weg hinab hängen.',
    ],
    [
      'Oben wartet niemand. Man sieht von',
      'dort das Tal und, wenn die Luft es',
      'will, auch die Berge.',
    ],
  ])
  const title = `${' '.repeat(20)}Im Garten am Hang\n\n${' '.repeat(25)}Maria Testmann`
  const abstract =
    'Dieser Vorspann geht über beide Spalten hinweg und hat deshalb keine Lücke in der Mitte,\nauch nicht in seiner zweiten Zeile.'
  const { head, passages, notes } = read(
    `${title}\n\n${abstract}\n\n${first}\n\f${second}\n\f${third}\n`,
  )
  assert.deepEqual(head, {
    title: 'Im Garten am Hang',
    subtitle: null,
    authors: ['Maria Testmann'],
  })
  assert.deepEqual(passages, [
    'Dieser Vorspann geht über beide Spalten hinweg und hat deshalb keine Lücke in der Mitte, auch nicht in seiner zweiten Zeile.',
    'Der linke Weg beginnt am Tor und läuft an der Mauer hin, bis er an den Brunnen kommt. Dort steht eine Bank, auf der niemand sitzt, weil sie morsch ist und nach Moos riecht, wenn der Regen von Westen her gegen die Bretter schlägt.',
    'Der rechte Weg ist länger. Er geht durch das Obst und endet bei den Bienen, die im Sommer schwärmen, und im Herbst kaum zu hören sind. Am Ende liegt ein Teich, in dem man früher baden durfte, was aber schon lange vorbei und kaum noch wahr ist, weil das Wasser seither nach altem Eisen riecht und jeden Abend kälter wird.',
    'Danach wird der Hang so steil, dass man sich an den Ästen halten muss, die bis auf den Weg hinab hängen.',
    'Oben wartet niemand. Man sieht von dort das Tal und, wenn die Luft es will, auch die Berge.',
  ])
  assert.deepEqual(notes, [
    'Er ist trocken, seit man ihn im Dorf nicht mehr braucht.',
    'Nur im März.',
    'Gemessen wurde dreimal.',
  ])
})

test('three columns, and columns of different length', () => {
  const third = [
    'und im Herbst kaum zu hören sind,',
    'wenn der Wind aus Westen weht und',
    'die Blätter von den Bäumen fegt.',
  ]
  const { passages } = read(`Im Garten\n\nMaria Testmann\n\n${beside([left, right, third])}\n`, {
    notes: 'none',
  })
  assert.match(passages.join(' '), /schwärmen, und im Herbst kaum zu hören sind, wenn/)
  assert.match(passages.join(' '), /wenn der Regen von Westen her gegen die Bretter/)
})

test('lines of two columns that alternate', () => {
  const rows = left.flatMap((line, i) => [line, `${' '.repeat(40)}${right[i + 2] ?? ''}`.trimEnd()])
  const { passages } = read(`Im Garten\n\nMaria Testmann\n\n${rows.join('\n')}\n`, {
    notes: 'none',
  })
  assert.match(passages.join(' '), /von Westen her Der rechte Weg ist länger\. Er geht durch/)
})

test('columns of any words and widths keep the words in order', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { between, chance } = lotteryFrom(seed)
    let count = 0
    const line = (width: number) => {
      let words = ''
      while (words.length < width - 8) {
        count += 1
        words += `${words ? ' ' : ''}${chance(0.7) ? 'wo' : 'Haus'}${'abcdefghij'[count % 10]}${count}x`
      }
      return words
    }
    const pages = Array.from({ length: between(1, 3) }, () => {
      const [width, lines] = [between(30, 45), between(6, 20)]
      const columns = [lines, lines - between(0, 3)].map((length) =>
        Array.from({ length }, () => line(width - between(0, 5))),
      )
      return beside(columns, between(2, 6))
    })
    const { passages } = read(`Im Garten\n\nMaria Testmann\n\n${pages.join('\n\f')}\n`)
    const numbers = [...passages.join(' ').matchAll(/(\d+)x/g)].map(([, n]) => Number(n))
    assert.deepEqual(
      numbers,
      Array.from({ length: count }, (_, i) => i + 1),
      `seed ${seed}`,
    )
  }
})

const table = [
  'Sorte                 Menge in Kilo      Bemerkung',
  'Apfel                 12                 gut gelagert',
  'Birne                 7                  etwas faul',
  'Quitte                3                  spät geerntet',
].join('\n')
const terms = [
  'Spaten          ein Werkzeug, mit dem man die Erde umgräbt, bevor der Frost kommt',
  'Kanne           ein Gefäß für das Wasser, das man zum Gießen der Beete braucht',
  'Harke           ein Werkzeug, das die Blätter sammelt und den Weg glatt zurücklässt',
].join('\n')

for (const [name, lines] of Object.entries({ table, terms }))
  test(`lines with gaps that are no columns (${name}) stay lines, with a question`, () => {
    const { passages, questions } = read(`Im Garten\n\nMaria Testmann\n\nSo ist es.\n\n${lines}\n`)
    assert.equal(passages.at(-1), lines.replace(/\s+/g, ' '))
    assert.match(questions.join('\n'), /Lücken stehen untereinander.*--columns 2/)
  })

test('--columns overrules what is found', () => {
  const text = `Im Garten\n\nMaria Testmann\n\n${beside([left, right])}\n`
  assert.match(
    read(text, { columns: 1, notes: 'none' }).passages[0]!,
    /am Tor und gegen die Bretter/,
  )
  const few = beside([left.slice(0, 2), ['und so geht', 'er fort.']])
  const forced = read(`Im Garten\n\nMaria Testmann\n\n${few}\n`, { columns: 2 })
  assert.match(forced.passages[0]!, /bis er an und so geht er fort\.$/)
  const none = read('Im Garten\n\nMaria Testmann\n\nNur ein Satz steht hier.\n', { columns: 2 })
  assert.match(none.questions.join('\n'), /--columns 2 verlangt; im Text ist keine Lücke/)
})

const pages = 'Im Garten\n\nEins ist da.\n\fZwei ist da.\n\fDrei ist da.\n\f'

test('--pages selects pages of a text with form feeds', () => {
  const { passages, reading } = read(pages, { pages: { from: 2, to: 3 }, firstPage: 12 })
  assert.deepEqual(passages, ['Zwei ist da.', 'Drei ist da.'])
  const [first] = passagesOf(reading.text!.blocks)
  assert.deepEqual(first!.points, [{ kind: 'page', label: '12', index: 0 }])
  assert.deepEqual(first!.positions[0]!.at, { kind: 'line', line: 4, column: 2 })
})

const stops = (text: string, from: number) =>
  readScan(Buffer.from(text), { ...options, pages: { from, to: from } }).problems.map(
    ({ name, message }) => [name, message],
  )

test('--pages stops where there are none', () => {
  assert.deepEqual(
    stops(pages, 4).map(([name]) => name),
    ['no-such-pages'],
  )
  assert.match(stops(pages, 4)[0]![1]!, /The text has 3 pages/)
  assert.deepEqual(
    stops('Im Garten\n\nEins.\n', 1).map(([name]) => name),
    ['pages-not-marked'],
  )
})

test('other formats refuse --pages and --columns', async () => {
  const source = {
    file: 'a.html',
    bytes: Buffer.from('<html><p>Wort</p></html>'),
    beside: () => null,
  }
  const all = { slug: 'a', file: 'a.html', rights: 'unknown', bibliography: [], firstPage: null }
  const none = { format: null, notes: null, pages: null, columns: null }
  for (const own of [{ pages: { from: 1, to: 2 } }, { columns: 2 as const }])
    await assert.rejects(
      importFile(source, { ...all, ...none, ...own }),
      (error) => error instanceof ImportError && /PDF and plain text.*html/.test(error.message),
    )
})
