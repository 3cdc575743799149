import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choiceIn, choose, queryOf, type ShelfText } from '../../../src/client/shelf/choose.ts'

const shelf: ShelfText[] = [
  {
    ...{ title: 'Über Glocken', authors: ['Änne Ziegler'], year: '1902', minutes: 30 },
    ...{ subjects: ['Klang', 'Stadt'], collection: 'Vorträge' },
  },
  {
    ...{ title: 'Brücken', authors: ['Otto Abel', 'Änne Ziegler'], year: null, minutes: 12 },
    ...{ subjects: ['Stadt'], collection: null },
  },
  {
    ...{ title: 'Anfang der Uhr', authors: ['Karl Bär'], year: '1899', minutes: 45 },
    ...{ subjects: [], collection: 'Vorträge' },
  },
]
const chosenBy = (query: string) => choose(shelf, choiceIn(new URLSearchParams(query)))

test('texts are chosen by all criteria together', () => {
  assert.deepEqual(chosenBy(''), [0, 1, 2])
  assert.deepEqual(chosenBy('person=Änne Ziegler'), [0, 1])
  assert.deepEqual(chosenBy('person=Änne Ziegler&reihe=Vorträge'), [0])
  assert.deepEqual(chosenBy('thema=Stadt&jahr=1902'), [0])
  assert.deepEqual(chosenBy('thema=Wald'), [])
})

test('words are found in titles, names, subjects and collections, whatever their capitals and umlauts', () => {
  assert.deepEqual(chosenBy('worte=uber'), [0])
  assert.deepEqual(chosenBy('worte=ZIEGLER stadt'), [0, 1])
  assert.deepEqual(chosenBy('worte=vortr'), [0, 2])
})

test('texts are ordered by surname, title, year and reading time', () => {
  assert.deepEqual(chosenBy('ordnung=person'), [1, 2, 0])
  assert.deepEqual(chosenBy('ordnung=titel'), [2, 1, 0])
  assert.deepEqual(chosenBy('ordnung=jahr'), [2, 0, 1])
  assert.deepEqual(chosenBy('ordnung=lesezeit'), [1, 0, 2])
  assert.deepEqual(chosenBy('ordnung=anders'), [0, 1, 2])
})

test('the choice stands in the address', () => {
  const query = '?worte=uhr&person=Karl+B%C3%A4r&ordnung=jahr'
  assert.equal(queryOf(choiceIn(new URLSearchParams(query))), query)
  assert.equal(queryOf(choiceIn(new URLSearchParams('?fassung=1.0'))), '')
})
