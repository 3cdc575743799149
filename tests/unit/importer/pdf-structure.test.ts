/** PDFs whose structure is marked up: the roles of the file are taken, not what the print looks like. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedText } from '../../../src/importer/imported-text.ts'
import { readPdf } from '../../../src/importer/readers/pdf/read-pdf.ts'
import { notesIn, outline } from './outline.ts'
import { optionsFor } from './read-source.ts'
import { typstPdf } from './typst-pdf.ts'

async function textIn(source: string, files: Record<string, Uint8Array> = {}) {
  const bytes = typstPdf(source, files)
  const reading = await readPdf({ file: 'kahn.pdf', bytes, beside: () => null }, optionsFor('kahn'))
  assert.deepEqual(reading.problems, [])
  return { text: reading.text as ImportedText, remarks: reading.remarks }
}

test('headings, lists in lists, quotes, tables with empty cells and captions', async () => {
  const { text } = await textIn(`
#set document(title: "Der Kahn", author: "Nora Tal")
#title[Der Kahn]
Nora Tal

= Das Ufer
Am Ufer liegt ein Kahn.

- Netze
- Ruder
  - ein langes
  - ein kurzes
+ Zuerst das Seil
+ Dann der Anker

#quote(block: true)[Wer rudert, sieht zurück.]

#figure(table(columns: 3, table.header[Ort][Zahl][Art], [Steg], [3], [], [Bucht], [], [still]), caption: [Orte am See])

== Der Steg
Er ist lang.
`)
  assert.deepEqual(text.head, { title: 'Der Kahn', subtitle: null, authors: ['Nora Tal'] })
  assert.deepEqual(outline(text.blocks), [
    '# ||Das Ufer',
    'Am Ufer liegt ein Kahn.',
    '- Netze',
    '- Ruder',
    '  - ein langes',
    '  - ein kurzes',
    '1. Zuerst das Seil',
    '2. Dann der Anker',
    '> Wer rudert, sieht zurück.',
    '= Tabelle 1: Orte am See',
    'Ort | Zahl | Art',
    'Steg | 3 | ',
    'Bucht |  | still',
    '## Der Steg',
    'Er ist lang.',
  ])
})

test('notes, one over two page ends; lowered digits are no calls, a call may begin a line', async () => {
  const long = Array.from({ length: 130 }, (_, i) => `Die ${i}. Welle kommt.`).join(' ')
  const { text, remarks } = await textIn(`
#set page(header: align(center, text(8pt)[Kahn auf dem See]), footer: context align(center, counter(page).display()))
#set document(title: "Der Kahn")
#title[Der Kahn]
= Das Ufer
Am Ufer liegt ein Kahn.#footnote[Er ist alt.] Ihn trägt H#sub[2]O, und CO#sub[2] perlt.
Der Steg#footnote[${long}] ist lang. Das Wasser war am Abend noch warm und stand bis an die Bretter. #footnote[Nah am Steg.]
`)
  assert.deepEqual(outline(text.blocks), [
    '# |1|Das Ufer',
    'Am Ufer liegt ein Kahn.^1 Ihn trägt H<sub>2</sub>O, und CO<sub>2</sub> perlt. Der Steg^2 ist lang. Das Wasser war am Abend noch warm und stand bis an die Bretter.^3',
  ])
  assert.deepEqual(notesIn(text), ['1: Er ist alt.', `2: ${long}`, '3: Nah am Steg.'])
  assert.deepEqual(
    remarks.filter(({ topic, question }) => topic === 'notes' && question),
    [],
  )
})

test('a table of contents and numbers in the margin are left out with a remark', async () => {
  const { text, remarks } = await textIn(`
#let beside(body) = box(width: 0pt, height: 0pt, context place(left + bottom, dx: 370pt - here().position().x, text(7pt, body)))
#outline(title: [Inhalt])
#pagebreak()
= Das Ufer
#beside[1]Am Ufer liegt ein Kahn.

#beside[2]Er gehört der Fischerin, die weit draußen wohnt und abends Netze flickt, wenn das Licht noch reicht.

= Der Steg
#beside[3]Am Steg liegt noch einer.
`)
  assert.deepEqual(outline(text.blocks), [
    '# ||Das Ufer',
    'Am Ufer liegt ein Kahn.',
    'Er gehört der Fischerin, die weit draußen wohnt und abends Netze flickt, wenn das Licht noch reicht.',
    '# Der Steg',
    'Am Steg liegt noch einer.',
  ])
  const dropped = remarks.filter(({ topic }) => topic === 'dropped').map((one) => one.text)
  assert.ok(dropped.some((one) => one.startsWith('Inhaltsverzeichnis mit 2 Einträgen')))
  assert.ok(dropped.includes('Zahlen am Rand der Seite weggelassen: „1 2 3“.'))
})
