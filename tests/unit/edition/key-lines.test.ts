import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyLines } from '../../../src/edition/key-lines.ts'

const made = new Map([
  ['http://zotero.org/users/1/items/A', 'rad-1999'],
  ['http://zotero.org/users/1/items/B', 'rad-2001'],
])
const titles = new Map([
  ['rad-1999', 'Das <i>Rad</i>'],
  ['rad-2001', undefined],
])

test('keys are listed with titles in words, kept ones apart from those that freezing would keep', () => {
  assert.deepEqual(keyLines(made, { 'http://zotero.org/users/1/items/A': 'rad-1999' }, titles), [
    'Keys kept for 1 work(s):',
    '  [@rad-1999]  Das Rad  (http://zotero.org/users/1/items/A)',
    'Keys made for 1 work(s); npm run freeze keeps them as they are:',
    '  [@rad-2001]  (http://zotero.org/users/1/items/B)',
  ])
})

test('a work that has got another key since is not kept', () => {
  const [head] = keyLines(made, { 'http://zotero.org/users/1/items/A': 'rad-1998' }, titles)
  assert.equal(head, 'Keys made for 2 work(s); npm run freeze keeps them as they are:')
  assert.deepEqual(keyLines(new Map(), {}, titles), [])
})
