import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  differences,
  drawGroups,
  membersOf,
  move,
  regroup,
  sayShares,
} from '../../../../src/client/annotations/seminar-overlay/groups.ts'
import { overlay, type Sheet } from '../../../../src/client/annotations/seminar-overlay/overlay.ts'
import { made, wording } from './made.ts'
import { quoteOf } from './marks.ts'

const people = ['Anna', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn', 'Gül']

for (const count of [2, 3, 7])
  test(`lots put everybody in one of ${count} groups of nearly the same size`, () => {
    const groups = drawGroups(people, count)
    const drawn = Array.from({ length: count }, (_, group) => membersOf(groups, group))
    assert.deepEqual(drawn.flat().sort(), people)
    const sizes = drawn.map(({ length }) => length)
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, `${sizes}`)
  })

test('lots differ', () => {
  const first = drawGroups(people, 2, () => 0)
  const second = drawGroups(people, 2, () => 0.999)
  assert.notDeepEqual(membersOf(first, 0), membersOf(second, 0))
})

test('who comes later goes to the smallest group, who is gone leaves, the others stay', () => {
  const groups = move(
    drawGroups(['Anna', 'Ben', 'Cem'], 2, () => 0.999),
    'Ben',
    0,
  )
  assert.deepEqual(membersOf(groups, 0), ['Anna', 'Ben', 'Cem'])
  const later = regroup(groups, ['Anna', 'Cem', 'Dora'])
  assert.deepEqual([membersOf(later, 0), membersOf(later, 1)], [['Anna', 'Cem'], ['Dora']])
})

const sheet = (name: string, ...ids: string[]): Sheet => ({
  name,
  file: {
    ...{ creator: name, titles: new Map(), foreign: [], isPart: false },
    entries: ids.map((id) => made({ parts: [quoteOf(id, wording, 'Takt')] })),
  },
})

function laid(...sheets: Sheet[]) {
  const steps = overlay(sheets)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

test('differences are sorted by size; what all groups marked alike and groups without notes are none', () => {
  const table = laid(
    sheet('Anna', 'abs-1', 'abs-2', 'abs-3'),
    sheet('Ben', 'abs-1', 'abs-2'),
    sheet('Cem', 'abs-1'),
    sheet('Dora', 'abs-1', 'abs-4'),
  )
  const groups = {
    count: 3,
    of: new Map([
      ['Anna', 0],
      ['Ben', 0],
      ['Cem', 1],
      ['Dora', 1],
      ['Eva', 2],
    ]),
  }
  assert.deepEqual(
    differences(table, groups).map(({ paragraph, shares }) => [paragraph.id, sayShares(shares)]),
    [
      ['abs-2', 'Gruppe A 2 von 2, Gruppe B 0 von 2'],
      ['abs-3', 'Gruppe A 1 von 2, Gruppe B 0 von 2'],
      ['abs-4', 'Gruppe A 0 von 2, Gruppe B 1 von 2'],
    ],
  )
  assert.deepEqual(differences(laid(sheet('Anna', 'abs-1')), groups), [])
})
