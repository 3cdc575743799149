import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shuffled } from '../../../../src/client/annotations/seminar-overlay/overlay.ts'

test('a shuffle has every number once, in random order', () => {
  assert.deepEqual(
    shuffled(4, () => 0),
    [1, 2, 3, 0],
  )
  assert.deepEqual(
    shuffled(4, () => 0.999),
    [0, 1, 2, 3],
  )
  assert.deepEqual(
    shuffled(20, Math.random).sort((a, b) => a - b),
    [...Array(20).keys()],
  )
})
