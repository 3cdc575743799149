import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openMemo } from '../../../src/kept/memo.ts'
import { openStore } from '../../../src/kept/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'memo-'))
after(() => rmSync(folder, { recursive: true }))

test('of pieces the last build has had the results are taken, those of the same code and name alone', () => {
  const store = openStore(folder)
  const run = (words: string[], code = 'code', name = 'index') => {
    const memo = openMemo(store, [name], code)
    const made: string[] = []
    const results = words.map((word) =>
      Buffer.from(
        memo.of(Buffer.from(word), (content) => {
          made.push(word)
          return Buffer.from(`packed ${Buffer.from(content).toString()}`)
        }),
      ).toString(),
    )
    assert.deepEqual(
      results,
      words.map((word) => `packed ${word}`),
    )
    memo.save()
    return made
  }
  assert.deepEqual(run(['Uhr', 'Pendel', 'Uhr']), ['Uhr', 'Pendel'])
  assert.deepEqual(run(['Pendel', 'Takt']), ['Takt'])
  assert.deepEqual(run(['Uhr', 'Takt']), ['Uhr'], 'what the last build did not ask for is gone')
  assert.deepEqual(run(['Takt'], 'other code'), ['Takt'])
  assert.deepEqual(run(['Takt'], 'code', 'other name'), ['Takt'])
  assert.deepEqual(run(['Takt', 'Uhr']), [])
})
