import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastAbove, remaining, type Outline } from '../../../src/client/reading-place/outline.ts'
import { isKept } from '../../../src/client/reading-place/store.ts'
import {
  pageSpan,
  describePosition,
  positionName,
} from '../../../src/client/reading-position/describe.ts'

const outline: Outline = {
  sections: [
    { id: 'eins', title: 'Eins' },
    { id: 'zwei', title: 'Zwei' },
  ],
  paragraphs: [
    { id: 'abs-1', words: 100, section: -1 },
    { id: 'abs-2', words: 400, section: 0 },
    { id: 'abs-3', words: 400, section: 0 },
    { id: 'abs-4', words: 1100, section: 1 },
  ],
}

test('finds the last element above a line', () => {
  const tops = [0, 10, 10, 30]
  const at = (line: number) => lastAbove(tops.length, (i) => tops[i]!, line)
  assert.deepEqual([-1, 0, 9, 10, 29, 30, 99].map(at), [-1, 0, 0, 2, 2, 3, 3])
  assert.equal(
    lastAbove(0, () => 0, 5),
    -1,
  )
})

test('minutes left in the section and in the text', () => {
  const at = (index: number, within: number) => {
    const { section, text, read } = remaining(outline, index, within)
    return [section, text, Math.round(100 * read)]
  }
  assert.deepEqual(at(-1, 0), [0, 10, 0])
  assert.deepEqual(at(1, 0), [4, 10, 5])
  assert.deepEqual(at(1, 0.5), [3, 9, 15])
  assert.deepEqual(at(3, 1), [0, 0, 100])
})

test('nothing is left of a text without paragraphs', () => {
  assert.deepEqual(remaining({ sections: [], paragraphs: [] }, -1, 0), {
    section: 0,
    text: 0,
    read: 0,
  })
})

test('names of positions', () => {
  assert.equal(positionName(outline, 0), 'Absatz 1')
  assert.equal(positionName(outline, 3), 'Absatz 4, Zwei')
  assert.equal(positionName(outline, -1), 'Anfang des Textes')
})

test('description of the reading position', () => {
  assert.equal(
    describePosition(outline, 2, '104'),
    'Absatz 3, Seite 104, Abschnitt Eins, noch 8 Minuten',
  )
  assert.equal(describePosition(outline, -1, null), 'Anfang des Textes, noch 10 Minuten')
})

test('printed pages of a paragraph', () => {
  assert.equal(pageSpan([], []), null)
  assert.equal(pageSpan(['103', '104'], []), '104')
  assert.equal(pageSpan(['104'], ['105', '106']), '104–106')
  assert.equal(pageSpan([], ['104']), '104')
})

test('accepts only bookmarks written by the edition', () => {
  assert.equal(isKept({ id: 'abs-14', name: 'Absatz 14' }), true)
  for (const value of [null, 7, {}, { id: 'abs-1' }, { id: '"><img>', name: 'x' }])
    assert.equal(isKept(value), false)
})
