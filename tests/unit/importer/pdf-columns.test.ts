/** PDFs in two columns. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedText } from '../../../src/importer/imported-text.ts'
import { readPdf } from '../../../src/importer/readers/pdf/read-pdf.ts'
import { makePdf, setLine, setParagraph, type MadePage, type Run } from './made-pdf.ts'
import { notesIn, outline } from './outline.ts'
import { optionsFor } from './read-source.ts'
import { typstPdf } from './typst-pdf.ts'

async function textIn(bytes: Uint8Array, options: { columns?: 1 | 2 } = {}) {
  const reading = await readPdf(
    { file: 'hafen.pdf', bytes, beside: () => null },
    { ...optionsFor('hafen'), ...options },
  )
  assert.deepEqual(reading.problems, [])
  const { text, remarks } = reading
  const asked = remarks.filter(({ question, topic }) => question && topic !== 'head')
  return { ...(text as ImportedText), asked: asked.map((one) => one.text) }
}

const [first, second] = [50, 220]
const width = 150
const sentence = (n: number) =>
  `Im Hafen liegt Boot ${n} und wartet darauf, dass ein Seil gelöst wird.`

/** A column: paragraphs from `top`, and notes that end at the foot of the page. */
function column(
  x: number,
  top: number,
  paragraphs: readonly string[],
  notes: readonly string[],
): Run[] {
  const runs: Run[] = []
  let y = top
  for (const words of paragraphs) {
    const indent = words.startsWith('…') ? 0 : 10
    const set = setParagraph(words.replace('…', ''), { x, y, width, size: 10, leading: 12, indent })
    runs.push(...set.runs)
    y = set.y
  }
  const set = notes.map((words) => setParagraph(words, { x, y: 0, width, size: 8, leading: 10 }))
  let foot = 545 - set.reduce((sum, one) => sum + one.y, 0)
  for (const one of set) {
    runs.push(...one.runs.map((run) => ({ ...run, y: run.y + foot })))
    foot += one.y
  }
  return runs
}

const many = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => sentence(from + i)).join(' ')

test('one column after the other, under a title over both, with notes at the foot of each', async () => {
  const head = (number: number) => [
    ...setLine('Das Hafenheft', 170, 30, { size: 8 }),
    ...setLine(String(number), 208, 575, { size: 8 }),
  ]
  const pages: MadePage[] = [
    {
      runs: [
        ...head(5),
        ...setLine('Vom Hafen und von seinen Booten', 80, 60, { size: 16 }),
        ...column(
          first,
          100,
          [`${many(1, 4)} Das Seil^1^ ist neu.`, `${many(5, 8)} Dort geht der Weg nah`],
          ['^1^ Aus Hanf.'],
        ),
        // The lines of the second column stand a little lower.
        ...column(
          second,
          105,
          [`…am Wasser entlang.^2^`, many(9, 12), `${many(13, 16)} Er führt bis`],
          ['^2^ Dieser Satz geht in der nächsten'],
        ),
      ],
    },
    {
      runs: [
        ...head(6),
        ...column(
          first,
          60,
          [`…zum Turm. ${many(17, 24)}`, many(25, 28)],
          ['Spalte weiter.', '^3^ Der Turm.'],
        ),
        ...column(second, 65, [`${many(29, 34)} Oben^3^ ist Licht.`, many(35, 38)], []),
      ],
    },
    {
      runs: [
        ...head(7),
        ...column(first, 60, [many(39, 46), many(47, 50)], []),
        ...column(second, 65, [many(51, 52)], []),
      ],
    },
  ]
  const text = await textIn(makePdf({ pages }))
  assert.equal(text.head.title, 'Vom Hafen und von seinen Booten')
  assert.deepEqual(outline(text.blocks), [
    `|5|${many(1, 4)} Das Seil^1 ist neu.`,
    `${many(5, 8)} Dort geht der Weg nah am Wasser entlang.^2`,
    many(9, 12),
    `${many(13, 16)} Er führt bis |6|zum Turm. ${many(17, 24)}`,
    many(25, 28),
    `${many(29, 34)} Oben^3 ist Licht.`,
    many(35, 38),
    `|7|${many(39, 46)}`,
    many(47, 50),
    many(51, 52),
  ])
  assert.deepEqual(notesIn(text), [
    '1: Aus Hanf.',
    '2: Dieser Satz geht in der nächsten Spalte weiter.',
    '3: Der Turm.',
  ])
  assert.deepEqual(text.asked, [])
})

test('columns whose structure is marked up', async () => {
  const text = await textIn(
    typstPdf(`
#set page(columns: 2)
#place(top, scope: "parent", float: true)[#text(16pt)[*Vom Hafen*]\\ Nora Tal]
= Die Boote
${many(1, 20)} Das Seil#footnote[Aus Hanf.] ist neu. ${many(21, 40)}

= Der Turm
${many(41, 60)} Oben#footnote[Der Turm.] ist Licht.
`),
  )
  assert.deepEqual(text.head, { title: 'Vom Hafen', subtitle: null, authors: ['Nora Tal'] })
  assert.deepEqual(
    outline(text.blocks).map((line) => line.replaceAll('||', '')),
    [
      '# Die Boote',
      `${many(1, 20)} Das Seil^1 ist neu. ${many(21, 40)}`,
      '# Der Turm',
      `${many(41, 60)} Oben^2 ist Licht.`,
    ],
  )
})

/** The PDF of Typst with and without the marks of its structure. */
const withAndWithoutTags = (source: string): Uint8Array[] => {
  const bytes = typstPdf(source)
  const text = Buffer.from(bytes).toString('latin1')
  return [bytes, Buffer.from(text.replaceAll('/StructTreeRoot', '/StructXreeRoot'), 'latin1')]
}

const counted = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${word}${i} liegt im Hafen und wartet auf Wind.`).join(
    ' ',
  )
const inOrder = (text: Pick<ImportedText, 'blocks'>): string[] =>
  outline(text.blocks)
    .join(' ')
    .match(/\p{Lu}\p{L}+\d+(?= liegt)/gu) ?? []
const numbered = (...runs: [word: string, count: number][]) =>
  runs.flatMap(([word, count]) => Array.from({ length: count }, (_, i) => `${word}${i}`))

test('a page that has two columns only below its title and abstract', async () => {
  for (const bytes of withAndWithoutTags(`
#align(center, text(16pt)[*Im Hafen*])
*Zusammenfassung.* ${counted('Anker', 24)}

#columns(2)[${counted('Boot', 20)}

${counted('Kahn', 12)}]
`))
    assert.deepEqual(
      inOrder(await textIn(bytes)),
      numbered(['Anker', 24], ['Boot', 20], ['Kahn', 12]),
    )
})

test('a figure across both columns, and text in one column around a passage in two', async () => {
  for (const bytes of withAndWithoutTags(`
#block(height: 120pt, columns(2)[${counted('Boot', 14)}])
#figure(rect(width: 100%, height: 20pt), caption: [Der ganze Hafen, von der Mole bis zum Leuchtturm, über beide Spalten hin gezeichnet.])
${counted('Anker', 12)}
#block(height: 120pt, columns(2)[${counted('Kahn', 14)}])
${counted('Segel', 6)}
`))
    assert.deepEqual(
      inOrder(await textIn(bytes)),
      numbered(['Boot', 14], ['Anker', 12], ['Kahn', 14], ['Segel', 6]),
    )
})

test('a table of two columns of text stays a table', async () => {
  const cell = (word: string, i: number) => `[${word}${i} liegt im Hafen und wartet auf Wind.]`
  const rows = Array.from({ length: 8 }, (_, i) => `${cell('Boot', i)}, ${cell('Kahn', i)}`)
  const [, bytes] = withAndWithoutTags(`
${counted('Anker', 12)}
#table(columns: (1fr, 1fr), stroke: none, inset: 5pt, ${rows.join(', ')})
${counted('Segel', 6)}
`)
  const found = inOrder(await textIn(bytes!))
  assert.deepEqual(found.slice(12, 16), ['Boot0', 'Kahn0', 'Boot1', 'Kahn1'])
})
