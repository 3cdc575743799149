import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import { printedNotes } from './printed-notes.ts'
import { bibliography, fill, parse } from './reading.ts'

const engine = createCitationEngine(bibliography)
const references = engine.notes(printedNotes.map(({ number, written }) => parse(number, written)))
const withoutItalics = (note: string) => note.replaceAll('*', '')

printedNotes.forEach(({ number, written, printed, italics }, index) => {
  if (!printed) return
  test(`note ${number} reads as printed${italics ? ', italics apart' : ''}`, () => {
    const note = fill(written, references[index] ?? [])
    if (italics) assert.equal(withoutItalics(note), withoutItalics(printed))
    else assert.equal(note, printed)
  })
})

test('notes marked as differing in italics do differ', () => {
  const same = printedNotes.filter(
    ({ written, printed, italics }, index) =>
      italics && fill(written, references[index] ?? []) === printed,
  )
  assert.deepEqual(same, [])
})
