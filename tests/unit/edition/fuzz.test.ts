import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz, kinds } from '../../fuzz/fuzz.ts'

/** The first ones of each kind; `npm run test:fuzz` tries thousands. */
const runs: Record<string, number> = { dataFiles: 300, markdownTexts: 100, scans: 100 }

for (const kind of Object.keys(kinds))
  test(`of ${runs[kind]} ${kind} by lot come editions and named problems alone`, async () => {
    const failures = await fuzz(kind, 1, runs[kind]!)
    assert.deepEqual(
      failures.map(({ seed, why }) => `seed ${seed}: ${why}`),
      [],
    )
  })
