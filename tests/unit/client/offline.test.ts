import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReplaced, mayStore } from '../../../src/client/offline/service-worker.ts'
import { describe } from '../../../src/client/offline/describe.ts'

test('the edition is stored unless reader or device decline', () => {
  assert.equal(mayStore({ wish: null, saveData: false }), true)
  assert.equal(mayStore({ wish: null, saveData: true }), false)
  assert.equal(mayStore({ wish: 'an', saveData: true }), true)
  assert.equal(mayStore({ wish: 'aus', saveData: false }), false)
})

test('the panel shows what is stored and its size', () => {
  const stored = { kind: 'stored', files: 107, isWhole: false } as const
  assert.match(describe({ ...stored, bytes: 3_140_000 }), /107 Dateien.*3,1\sMB/)
  assert.doesNotMatch(describe({ ...stored, bytes: null }), /MB|ganze/)
  assert.match(describe({ ...stored, bytes: null, isWhole: true }), /ganze Ausgabe.*107 Dateien/)
})

test('a page is replaced that began to load before the new version answered', () => {
  const version = 'edition:/unter/:'
  assert.equal(isReplaced([version, 2000], version, 1999), true)
  assert.equal(isReplaced([version, 2000], version, 2000), false)
  assert.equal(isReplaced(['edition:/:', 2000], version, 1999), false)
  assert.equal(isReplaced(version, version, 2000), true)
  assert.equal(isReplaced('edition:/:', version, 2000), false)
})
