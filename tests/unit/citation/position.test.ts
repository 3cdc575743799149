import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import { startsSentence } from '../../../src/citation/reference-form.ts'
import { bibliography, fill, parse } from './reading.ts'

const engine = createCitationEngine(bibliography)

function render(...notes: string[]): string[] {
  const references = engine.notes(notes.map((note, i) => parse(i + 1, note)))
  return notes.map((note, i) => fill(note, references[i] ?? []))
}

/** Notes after a first one that cites both works in full. */
const later = (...notes: string[]) =>
  render('[rella-2024].', '[srnicek-2025].', 'Ein Einwurf.', ...notes).slice(3)

test('a work is full at its first mention, short at a later one', () => {
  assert.deepEqual(render('Vgl. [gabrys-2011, 4].', '[parikka-2015].', 'Vgl. [gabrys-2011, 9].'), [
    'Vgl. Jennifer Gabrys: *Digital Rubbish. A Natural History of Electronics*, Ann Arbor 2011, 4.',
    'Jussi Parikka: *A Geology of Media*, Minneapolis 2015.',
    'Vgl. Gabrys: *Digital Rubbish*, 9.',
  ])
})

test('ebd. if the note before cites only this work', () => {
  assert.deepEqual(later('Vgl. [rella-2024, 7].', 'Vgl. [rella-2024, 9].', '[rella-2024, 9].'), [
    'Vgl. Rella: Close to the Metal, 7.',
    'Vgl. ebd., 9.',
    'Ebd.',
  ])
})

test('ebd. is written with a small letter inside a sentence, with a capital at its start', () => {
  assert.deepEqual(
    later(
      '[rella-2024, 7]',
      '[rella-2024, 8]',
      'Anders gesagt. [rella-2024, 9]',
      'So auch [rella-2024, 10]',
      'Vgl. u. a. [rella-2024, 11]',
      '(vgl. [rella-2024, 12])',
    ).slice(1),
    [
      'Ebd., 8',
      'Anders gesagt. Ebd., 9',
      'So auch ebd., 10',
      'Vgl. u. a. ebd., 11',
      '(vgl. ebd., 12)',
    ],
  )
})

test('short title after a note with several works, even for the last of them', () => {
  assert.deepEqual(later('[srnicek-2025, 3]; [rella-2024, 7].', 'Vgl. [rella-2024, 7].'), [
    'Srnicek: *Silicon Empires*, 3; Rella: Close to the Metal, 7.',
    'Vgl. Rella: Close to the Metal, 7.',
  ])
})

test('short title after a note without references, and after a gap in the numbers', () => {
  assert.deepEqual(
    later('[rella-2024].', 'Ein Einwand.', '[rella-2024].').at(-1),
    'Rella: Close to the Metal.',
  )
  const notes = [parse(1, '[rella-2024]'), parse(3, '[rella-2024]')]
  assert.equal(fill('[rella-2024]', engine.notes(notes)[1] ?? []), 'Rella: Close to the Metal')
})

test('within a note ebd. refers to the reference before it', () => {
  assert.deepEqual(
    later('[rella-2024, 3]; [srnicek-2025, 4]; [srnicek-2025, 5]. Dagegen [rella-2024, 3].'),
    [
      'Rella: Close to the Metal, 3; Srnicek: *Silicon Empires*, 4; ebd., 5. Dagegen Rella: Close to the Metal, 3.',
    ],
  )
})

test('after a note with two locators of one work ebd. has a locator', () => {
  for (const page of [3, 5]) {
    assert.deepEqual(later('[rella-2024, 3]; [rella-2024, 5].', `[rella-2024, ${page}].`), [
      'Rella: Close to the Metal, 3; ebd., 5.',
      `Ebd., ${page}.`,
    ])
  }
})

test('a reference without a locator is ebd. only after another one without a locator', () => {
  assert.deepEqual(later('[rella-2024, 3].', '[rella-2024].', '[rella-2024].'), [
    'Rella: Close to the Metal, 3.',
    'Rella: Close to the Metal.',
    'Ebd.',
  ])
})

test('locators are kept as written, but a hyphen between digits becomes a dash', () => {
  const locators = ['7', '5–7', '5-7', '5f.', '370 f.', 'Kap. 3', 'Abs. 4', 'TC 00:34:19']
  const written = locators.map((locator) => `[srnicek-2025, ${locator}]; [rella-2024]`)
  assert.deepEqual(
    later(...written).map((note) =>
      note.split('; ')[0]?.replace('Srnicek: *Silicon Empires*, ', ''),
    ),
    ['7', '5–7', '5–7', '5f.', '370 f.', 'Kap. 3', 'Abs. 4', 'TC 00:34:19'],
  )
})

test('a full stop after a reference is not doubled; before a comma the one of the reference stays', () => {
  assert.deepEqual(
    later('[rella-2024, 5f.].', '[rella-2024, 5f.], Übers. d. Red.', 'Vgl. [rella-2024, 5f.].'),
    ['Rella: Close to the Metal, 5f.', 'Ebd., Übers. d. Red.', 'Vgl. ebd.'],
  )
})

test('o. A. has a capital at the start of a note', () => {
  const [alone, within] = engine.notes([parse(1, '[nature-2025]'), parse(3, 'Vgl. [nature-2025]')])
  assert.match(fill('[nature-2025]', alone ?? []), /^O\. A\.: Bring Us Your LLMs\. Why/)
  assert.equal(fill('[nature-2025]', within ?? []), 'o. A.: Bring Us Your LLMs')
})

test('an abbreviation does not end a sentence', () => {
  const inside = [
    'Vgl. ',
    'vgl. ',
    'Vgl. u. a. ',
    'z. B. ',
    'zit. n. ',
    'Siehe ',
    '; ',
    'Zum Begriff: ',
    's. ',
  ]
  assert.deepEqual(
    inside.filter((prefix) => startsSentence(prefix, true)),
    [],
  )
  const after = ['', '. ', 'Das gilt seit 1958. ', '(so die Firma.) ', 'Warum? ', '«So ist es.» ']
  assert.deepEqual(
    after.filter((prefix) => !startsSentence(prefix, true)),
    [],
  )
  assert.equal(startsSentence('', false), false)
})

test('an unknown work is an error', () => {
  assert.throws(() => engine.notes([parse(1, '[nobody-1900]')]), /Unknown work “nobody-1900”/)
  assert.throws(() => engine.full('nobody-1900'), /nobody-1900/)
  assert.throws(() => engine.bibliography(['nobody-1900']), /nobody-1900/)
})
