import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortcutFor } from '../../../src/client/keys/table.ts'

const press = { key: 'j', modified: false, busy: false, isText: true, on: true }

test('maps keys to shortcuts', () => {
  assert.equal(shortcutFor(press), 'j')
  assert.equal(shortcutFor({ ...press, key: '?' }), '?')
  for (const key of ['x', 'J', 'toString']) assert.equal(shortcutFor({ ...press, key }), null)
})

test('keys for texts do nothing on other pages', () => {
  assert.equal(shortcutFor({ ...press, isText: false }), null)
  assert.equal(shortcutFor({ ...press, key: 't', isText: false }), 't')
})

test('no shortcuts while typing, with a modifier, or when switched off', () => {
  for (const state of [{ busy: true }, { modified: true }, { on: false }])
    assert.equal(shortcutFor({ ...press, ...state }), null)
})

test('the slash is not handled here but by the search', () => {
  assert.equal(shortcutFor({ ...press, key: '/' }), null)
})
