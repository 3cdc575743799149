import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz, kinds } from '../../fuzz/fuzz.ts'

for (const kind of Object.keys(kinds))
  test(`of 300 editions by lot come editions and named problems alone: ${kind}`, () => {
    const failures = fuzz(kind, 1, 300)
    assert.deepEqual(
      failures.map(({ seed, why }) => `seed ${seed}: ${why}`),
      [],
    )
  })
