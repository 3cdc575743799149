import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortcutFor } from '../../../src/client/keys/table.ts'

const press = { key: 'j', modified: false, busy: false, isText: true, on: true }

test('a key does what the list says', () => {
  assert.equal(shortcutFor(press), 'j')
  assert.equal(shortcutFor({ ...press, key: '?' }), '?')
  for (const key of ['x', 'J', 'toString']) assert.equal(shortcutFor({ ...press, key }), null)
})

test('keys of a text do nothing elsewhere', () => {
  assert.equal(shortcutFor({ ...press, isText: false }), null)
  assert.equal(shortcutFor({ ...press, key: 't', isText: false }), 't')
})

test('no key while typing, with a modifier, or when they are switched off', () => {
  for (const state of [{ busy: true }, { modified: true }, { on: false }])
    assert.equal(shortcutFor({ ...press, ...state }), null)
})

test('the slash is left to the search', () => {
  assert.equal(shortcutFor({ ...press, key: '/' }), null)
})
