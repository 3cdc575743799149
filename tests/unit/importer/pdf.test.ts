/** The PDF reader, on small files written here. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { passagesOf, type Block, type ImportedText } from '../../../src/importer/imported-text.ts'
import { importText } from '../../../src/importer/import-text.ts'
import { readPdf } from '../../../src/importer/readers/pdf/read-pdf.ts'
import type { Reading, ReadOptions } from '../../../src/importer/readers/reader.ts'
import {
  makePdf,
  setLine,
  setParagraph,
  type MadePage,
  type MadePdf,
  type Run,
  type Setting,
} from './made-pdf.ts'
import { notesIn, outline } from './outline.ts'
import { optionsFor } from './read-source.ts'

const unasked = optionsFor('weg')

const read = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Reading> =>
  readPdf({ file: 'weg.pdf', bytes, beside: () => null }, { ...unasked, ...options })

async function textIn(pdf: MadePdf, options: Partial<ReadOptions> = {}) {
  const reading = await read(makePdf(pdf), options)
  assert.deepEqual(reading.problems, [])
  return { text: reading.text as ImportedText, remarks: reading.remarks }
}

const left = 60
const width = 300
const body: Omit<Setting, 'y'> = { x: left, width, size: 11, leading: 14 }
const small: Omit<Setting, 'y'> = { x: left, width, size: 9, leading: 11 }

/** A page with a running head, its number at the foot, paragraphs from the head and notes at the foot. */
function page(
  number: number,
  paragraphs: readonly (string | Run[])[],
  notes: readonly string[] = [],
): MadePage {
  const runs: Run[] = [
    ...setLine('Berg: Der Weg am Fluss', left, 40, { size: 9 }),
    ...setLine(String(number), 208, 570, { size: 9 }),
  ]
  let y = 70
  for (const [i, paragraph] of paragraphs.entries()) {
    if (typeof paragraph !== 'string') {
      runs.push(...paragraph.map((run) => ({ ...run, y: run.y + y })))
      y += 28
      continue
    }
    const indent = i > 0 && !paragraph.startsWith('…') ? 14 : 0
    const set = setParagraph(paragraph.replace(/^…/, ''), { ...body, y, indent })
    runs.push(...set.runs)
    y = set.y
  }
  const noteLines = notes.map((note) => setParagraph(note, { ...small, y: 0 }))
  let foot = 545 - noteLines.reduce((sum, { y: height }) => sum + height, 0)
  for (const set of noteLines) {
    runs.push(...set.runs.map((run) => ({ ...run, y: run.y + foot })))
    foot += set.y
  }
  return { runs }
}

const filler =
  'Am Ufer liegen drei Boote, und hinter ihnen steht das Haus der Fischerin, die jeden Morgen vor der Tür sitzt und Netze flickt.'

const threePages = (): MadePdf => ({
  pages: [
    page(
      7,
      [
        filler,
        `Der Pfad beginnt an der Mühle.^1^ ${filler} Dort misst der Hof 40 m^2^, sagt *Nora Tal* im Auf|satz über ihn,^2^ und er geht dann weiter bis`,
      ],
      ['^1^ Die Mühle steht seit 1712.', '^2^ Tal: *Am Wasser*, S. 12. Der Satz geht auf der'],
    ),
    page(
      8,
      ['…zum Tor, das offen steht.', `${filler} Das zweite Haus^3^ steht leer.`],
      ['nächsten Seite noch weiter.', '^3^ Ebd.'],
    ),
    page(9, ['Am Ende ist der Fluss.', filler]),
  ],
})

test('footnotes, a note over the end of a page, a paragraph around notes, pages, emphasis', async () => {
  const { text, remarks } = await textIn(threePages())
  assert.deepEqual(outline(text.blocks), [
    `|7|${filler}`,
    `Der Pfad beginnt an der Mühle.^1 ${filler} Dort misst der Hof 40 m<sup>2</sup>, sagt <em>Nora Tal</em> im Aufsatz über ihn,^2 und er geht dann weiter bis |8|zum Tor, das offen steht.`,
    `${filler} Das zweite Haus^3 steht leer.`,
    '|9|Am Ende ist der Fluss.',
    filler,
  ])
  assert.deepEqual(notesIn(text), [
    '1: Die Mühle steht seit 1712.',
    '2: Tal: <em>Am Wasser</em>, S. 12. Der Satz geht auf der nächsten Seite noch weiter.',
    '3: Ebd.',
  ])
  const dropped = remarks.filter(({ topic }) => topic === 'dropped').map((one) => one.text)
  assert.deepEqual(dropped, [
    'Kolumnentitel „Berg: Der Weg am Fluss“ auf den S. 1–3 weggelassen.',
    'Seitenzahl „7“ auf den S. 1–3 weggelassen.',
  ])
})

test('positions are pages and lines of the file', async () => {
  const { text } = await textIn(threePages())
  assert.deepEqual(text.notes[2]!.at, { kind: 'page', page: 2, line: 7 })
  const [first] = passagesOf(text.blocks)
  assert.deepEqual(first!.positions[0], { index: 0, at: { kind: 'page', page: 1, line: 2 } })
})

test('what is read becomes a text of the edition', async () => {
  const reading = await read(makePdf(threePages()))
  const options = { file: 'weg.pdf', format: 'pdf', rights: 'open', bibliography: [] } as const
  const result = importText(reading, options)
  assert.match(result.text, /Mühle\.\[\^1\]/)
  assert.match(result.text, /weiter bis \[\]\(page:8\)zum Tor/)
})

test('files that cannot be read say why', async () => {
  const whole = makePdf(threePages())
  const messages = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}) => {
    const { text, problems } = await read(bytes, options)
    assert.equal(text, null)
    return problems.map(({ name }) => name)
  }
  assert.deepEqual(await messages(makePdf({ ...threePages(), locked: true })), ['locked-pdf'])
  assert.deepEqual(await messages(makePdf({ pages: [{ runs: [] }, { runs: [] }] })), [
    'pdf-without-text',
  ])
  assert.deepEqual(await messages(new Uint8Array()), ['damaged-file'])
  assert.deepEqual(await messages(whole.slice(0, 40)), ['damaged-file'])
  assert.deepEqual(await messages(Buffer.from('%PDF-1.7\nnothing more')), ['damaged-file'])
  assert.deepEqual(await messages(whole, { pages: { from: 4, to: 9 } }), ['no-such-pages'])
})

test('every word arrives: beyond the edge, in a table of contents, in a line that is turned', async () => {
  const words = 'Ein langer Name ohne Ende, der über den Rand der Seite hinaus steht: '
  const long = setLine(words + 'Wasserburgenverzeichniseintrag', left, 300, { size: 11 })
  const pdf: MadePdf = {
    pages: [
      {
        runs: [
          ...setLine('Der Weg am Fluss', left, 40, { size: 18 }),
          ...setLine('_Inhalt_', left, 66, { size: 11 }),
          ...['Vom Anfang', 'Von der Mitte', 'Vom Ende'].flatMap((title, i) => [
            ...setLine(`${title} ........ ${i + 1}`, left, 90 + 14 * i, { size: 11 }),
          ]),
          ...['Vom Anfang', 'Von der Mitte', 'Vom Ende'].flatMap((title, i) => [
            ...setLine(`_${title}_`, left, 160 + 60 * i, { size: 11 }),
            ...setLine('Hier steht ein ganzer Satz am Ufer.', left, 190 + 60 * i, { size: 11 }),
          ]),
          ...long.map((run) => ({ ...run, y: 350 })),
          { text: 'weit weg', x: 900, y: 400, size: 11, font: 'Times-Roman' },
        ],
      },
    ],
  }
  const { text, remarks } = await textIn(pdf)
  assert.deepEqual(outline(text.blocks), [
    '# ||Vom Anfang',
    'Hier steht ein ganzer Satz am Ufer.',
    '# Von der Mitte',
    'Hier steht ein ganzer Satz am Ufer.',
    '# Vom Ende',
    'Hier steht ein ganzer Satz am Ufer.',
    `${words}Wasserburgenverzeichniseintrag`,
  ])
  const dropped = remarks.filter(({ topic }) => topic === 'dropped').map((one) => one.text)
  assert.match(
    dropped[0]!,
    /^Inhaltsverzeichnis mit 3 Einträgen weggelassen: „Inhalt \/ Vom Anfang/,
  )
  assert.match(dropped[1]!, /^Außerhalb der Seite, weggelassen: „weit weg“/)
})

const material = join(import.meta.dirname, '../../../../shared/material')
const known = [
  { name: 'libreas31-schuldt', notes: 45, pages: 28, headings: 14, tables: 6 },
  { name: 'libreas31-brandt02', notes: 10, pages: 5, headings: 2, tables: 0 },
]
for (const { name, notes, pages, headings, tables } of known) {
  const file = join(material, `${name}.pdf`)
  const skip = existsSync(file) ? false : `${name}.pdf is not on this machine`
  test(`${name}: notes, headings, pages and tables are counted right`, { skip }, async () => {
    const { text, remarks } = await read(readFileSync(file))
    const passages = passagesOf(text!.blocks)
    const points = passages.flatMap((passage) => passage.points)
    const labels = points.flatMap((point) => (point.kind === 'call' ? [Number(point.label)] : []))
    const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
    assert.deepEqual(labels, upTo(notes))
    assert.deepEqual(
      text!.notes.map(({ label }) => Number(label)),
      upTo(notes),
    )
    const numbers = points.flatMap((point) => (point.kind === 'page' ? [Number(point.label)] : []))
    assert.deepEqual(numbers, upTo(pages))
    const count = (kind: Block['kind']) =>
      text!.blocks.filter((block) => block.kind === kind).length
    assert.deepEqual([count('heading'), count('table')], [headings, tables])
    assert.deepEqual(
      remarks.filter(({ topic, question }) => topic === 'notes' && question),
      [],
    )
  })
}
