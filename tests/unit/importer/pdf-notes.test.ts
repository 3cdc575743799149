/** Endnotes behind each chapter of a PDF, and stars and daggers beside numbers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedText } from '../../../src/importer/imported-text.ts'
import { makePdf, setLine, setParagraph, type Run } from './made-pdf.ts'
import { notesIn, outline } from './outline.ts'
import { readSource } from './read-source.ts'
import { typstPdf } from './typst-pdf.ts'

const sentence = (n: number) =>
  `Im Hafen liegt Boot ${n} und wartet darauf, dass ein Seil gelöst wird.`
const many = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => sentence(from + i)).join(' ')

async function textIn(bytes: Uint8Array) {
  const { text, remarks, problems } = await readSource(bytes, { file: 'x.pdf', format: 'pdf' })
  assert.deepEqual(problems, [])
  const asked = remarks.filter(({ question, topic }) => question && topic !== 'head')
  return { ...(text as ImportedText), asked: asked.map((one) => one.text) }
}

const chapters = [
  '# ||Hafen',
  `${many(1, 9)} Das Tau^1 ist neu. ${sentence(10)} Der Mast^2 steht.`,
  '# Turm',
  `${many(11, 18)} Das Licht^3 brennt. ${sentence(19)} Die Treppe^4 ist eng.`,
]
const chapterNotes = ['1: Aus Hanf.', '2: Aus Fichte, wie man sagt.', '3: Mit Öl.', '4: Aus Stein.']

for (const title of ['Anmerkungen', 'Endnoten'])
  test(`${title} behind each chapter, the last at the foot of its page`, async () => {
    const text = await textIn(
      typstPdf(`
#set heading(numbering: none)
= Vom Wasser
== Hafen
${many(1, 9)} Das Tau#super[1] ist neu. ${sentence(10)} Der Mast#super[2] steht.

=== ${title}
#text(size: 8.5pt)[1 Aus Hanf.

2 Aus Fichte, wie man sagt.]

== Turm
${many(11, 18)} Das Licht#super[1] brennt. ${sentence(19)} Die Treppe#super[2] ist eng.

=== ${title}
#text(size: 8.5pt)[1 Mit Öl.

2 Aus Stein.]
`),
    )
    assert.deepEqual(outline(text.blocks), chapters)
    assert.deepEqual(notesIn(text), chapterNotes)
    assert.deepEqual(text.asked, [])
  })

/** A column with its notes at the foot. */
function column(x: number, top: number, words: readonly string[], notes: readonly string[]): Run[] {
  const runs: Run[] = []
  let y = top
  for (const paragraph of words) {
    const set = setParagraph(paragraph, { x, y, width: 150, size: 10, leading: 12, indent: 10 })
    runs.push(...set.runs)
    y = set.y
  }
  const sets = notes.map((note) =>
    setParagraph(note, { x, y: 0, width: 150, size: 8, leading: 10 }),
  )
  let foot = 545 - sets.reduce((sum, set) => sum + set.y, 0)
  for (const set of sets) {
    runs.push(...set.runs.map((run) => ({ ...run, y: run.y + foot })))
    foot += set.y
  }
  return runs
}

for (const raised of [true, false])
  test(`daggers beside numbers in two columns, ${raised ? 'raised' : 'on the line'}`, async () => {
    const dagger = (count: number) => (raised ? `^${'†'.repeat(count)}^` : '†'.repeat(count))
    const pages = [
      {
        runs: [
          ...setLine('Vom Hafen und seinen Booten', 80, 60, { size: 16 }),
          ...column(
            50,
            100,
            [`${many(1, 3)} Das Seil^1^ ist neu.`, `${many(4, 6)} Die Mole${dagger(1)} steht.`],
            ['† Aus Stein.', '^1^ Aus Hanf.'],
          ),
          ...column(
            220,
            100,
            [`${many(7, 9)} Am Turm${dagger(2)} steht er.`, `${many(10, 12)} Dort^2^ ist Licht.`],
            ['†† Der alte Turm.', '^2^ Vorläufig.'],
          ),
        ],
      },
      {
        runs: [
          ...column(50, 60, [many(13, 20)], []),
          ...column(220, 60, [`${many(21, 26)} Schluss${dagger(1)} da.`], ['† Wirklich.']),
        ],
      },
    ]
    const text = await textIn(makePdf({ pages }))
    const words = outline(text.blocks).join(' ')
    assert.deepEqual(notesIn(text), [
      'stern: Aus Stein.',
      '1: Aus Hanf.',
      '2: Der alte Turm.',
      '3: Vorläufig.',
      '4: Wirklich.',
    ])
    for (const called of [
      'Seil^1 ist',
      'Mole^stern steht',
      'Turm^2 steht',
      'Dort^3 ist',
      'Schluss^4 da',
    ])
      assert.ok(words.includes(called), `${called} in ${words}`)
    assert.equal(text.asked.length, raised ? 0 : 3)
  })
