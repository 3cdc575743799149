/** What a PDF breaks off at the end of a line or page is compared as a whole. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../parity/compare.ts'
import { forms } from '../../parity/forms.ts'
import type { Block, Mark, NoteRead, Reading } from '../../parity/reading.ts'

const gloss = (name: string, at: number, length: number): Mark => ({
  kind: 'gloss',
  name,
  at,
  length,
})
const block = (kind: Block['kind'], number: string | null, words: string, marks: Mark[]) =>
  ({ kind, number, words, marks }) satisfies Block
const note = (words: string, resolved: string, marks: Mark[] = []): NoteRead => ({
  label: '1',
  words,
  marks,
  resolved,
})
const entry = { name: 'grosses-rad', lemma: 'Großes Rad', language: null, words: '', marks: [] }
const reading = (blocks: Block[], notes: NoteRead[] = []): Reading => ({
  language: 'de',
  blocks,
  notes,
  glosses: [entry],
  works: [],
})
const differences = (expected: Reading, found: Reading) =>
  compare(forms.pdf, expected, found).differences

const whole = reading([
  block('paragraph', '1', 'Hier dreht das große Rad.', [gloss('grosses-rad', 12, 8)]),
])

test('a gloss that a page ends within is one gloss', () => {
  const found = reading([
    block('paragraph', '1', 'Hier dreht das große', [gloss('Großes Rad', 12, 5)]),
    block('other', null, 'Rad.', [gloss('Großes Rad', 0, 3)]),
  ])
  assert.deepEqual(differences(whole, found), [])
})

test('a gloss at one of its words only is named', () => {
  for (const rest of [[], [gloss('Kleines Rad', 0, 3)]])
    assert.notDeepEqual(
      differences(
        whole,
        reading([
          block('paragraph', '1', 'Hier dreht das große', [gloss('Großes Rad', 12, 5)]),
          block('other', null, 'Rad.', rest),
        ]),
      ),
      [],
    )
})

test('a gloss of a note that goes on on the next page is one gloss', () => {
  const wanted = reading(whole.blocks, [note('Ein großes Rad.', '', [gloss('grosses-rad', 3, 9)])])
  const parts = [gloss('Großes Rad', 3, 6), gloss('Großes Rad', 9, 3)]
  assert.deepEqual(
    differences(wanted, reading(whole.blocks, [note('Ein großes Rad.', '', parts)])),
    [],
  )
})

test('a work is named behind a note though a line ends at its hyphen', () => {
  const wanted = reading(whole.blocks, [note('Ebd.', 'Rad-Werk: Von der Nabe')])
  for (const added of ['Rad-\nWerk: Von der Nabe', 'Rad-Werk: Von\nder Nabe'])
    assert.deepEqual(differences(wanted, reading(whole.blocks, [note(`Ebd. [${added}]`, '')])), [])
  assert.deepEqual(
    differences(wanted, reading(whole.blocks, [note('Ebd. [Rad-\nBau: Von der Nabe]', '')])),
    ['note 1: its work by Rad-Werk: Von der Nabe is not named'],
  )
})
