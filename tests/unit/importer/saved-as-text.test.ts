import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passagesOf } from '../../../src/importer/imported-text.ts'
import { readScan } from '../../../src/importer/readers/scan/read-scan.ts'

function read(text: string) {
  const reading = readScan(Buffer.from(text), { file: 'scan.txt', slug: 'scan', firstPage: null })
  assert.deepEqual(reading.problems, [])
  return {
    passages: passagesOf(reading.text!.blocks).map((passage) => passage.text),
    notes: reading.text!.notes.length,
    questions: reading.remarks.filter(({ question }) => question).map((one) => one.text),
  }
}

/** A paragraph of a given length with a number behind it. */
const paragraph = (number: string) =>
  `Der ${number}. Gang führt am Wasser entlang und ${'dann weiter über die Brücke und '.repeat(10)}zurück`

test('text saved by a word processor has a paragraph a line, however the lines end', () => {
  const lines = [
    'Am Fluss',
    '',
    paragraph('erste'),
    paragraph('zweite') + ' (Zugriff: 4. Mai)',
    'Kurz:',
    paragraph('dritte') + '.',
    'und auch dies ist eine Zeile.',
    '    eingerückt: ' + paragraph('vierte') + '.',
  ]
  const { passages, questions } = read(lines.join('\n'))
  assert.deepEqual(
    passages,
    lines.slice(2).map((line) => line.trim()),
  )
  assert.deepEqual(
    questions.filter((text) => text.startsWith('Eingerückt mitten')),
    [],
  )
})

test('numbers that such a text keeps of its notes are asked about', () => {
  const text = ['Titel', ...['1', '2', '4'].map((number) => paragraph('lange') + '.' + number)]
  const { notes, questions } = read(text.join('\n'))
  assert.equal(notes, 0)
  assert.ok(questions.some((text) => /^3 Zahlen hinter Wörtern zählen fort/.test(text)))
})

for (const text of [
  'Ein Satz mit 3 Kisten.\n\nEin anderer von Haus 7.\n\nUnd Anfang 1, Mitte 2, Ende 5.',
  'Er wog 1.5 Kilo.\n\nSie wog 2.3 Kilo.',
])
  test(`other numbers are not: ${text.slice(0, 20)}`, () => {
    const { questions } = read(`Titel\n\n${text}`)
    assert.deepEqual(
      questions.filter((text) => text.includes('zählen fort')),
      [],
    )
  })
