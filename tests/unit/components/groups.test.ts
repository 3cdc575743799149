import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupName, groupsOf } from '../../../src/components/groups.ts'
import type { Term } from '../../../src/edition/model/model.ts'

const term = (slug: string, group?: string) => ({ slug, group }) as Term
const terms = [term('unruh', 'werk'), term('mittag', 'zeit'), term('zunft'), term('anker', 'werk')]
const shown = (groups?: Record<string, string>) =>
  groupsOf(terms, { groups }).map((group) => [group.name, group.terms.map(({ slug }) => slug)])

test('groups have the names and the order of edition.yaml; those without entries are left out', () => {
  assert.deepEqual(shown({ zeit: 'Zeiten', orte: 'Orte', werk: 'Uhrwerke' }), [
    ['Zeiten', ['mittag']],
    ['Uhrwerke', ['unruh', 'anker']],
    ['Weitere Begriffe', ['zunft']],
  ])
})

test('where edition.yaml names none, the entries do', () => {
  assert.deepEqual(
    shown().map(([name]) => name),
    ['Werk', 'Zeit', 'Weitere Begriffe'],
  )
  assert.equal(groupName(term('x', 'orte-und-wege'), {}), 'Orte Und Wege')
  assert.equal(groupName(term('x', 'werk'), { groups: { werk: 'Uhrwerke' } }), 'Uhrwerke')
  assert.equal(groupName(term('x'), {}), undefined)
})
