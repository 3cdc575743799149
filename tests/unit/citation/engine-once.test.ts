import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Work } from '../../../src/citation/csl.ts'
import { citationEngineOf } from '../../../src/citation/engine.ts'

const works = (title: string): Work[] => [{ id: 'uhren', type: 'book', title }]

test('an engine is made once for the same works, and anew for others', () => {
  const engine = citationEngineOf(works('Von Uhren'))
  assert.equal(citationEngineOf(works('Von Uhren')), engine)
  for (let i = 0; i < 4; i++) assert.notEqual(citationEngineOf(works(`Teil ${i}`)), engine)
  assert.equal(citationEngineOf(works('Von Uhren')), engine)
  for (let i = 0; i < 6; i++) citationEngineOf(works(`Band ${i}`))
  assert.notEqual(citationEngineOf(works('Von Uhren')), engine)
})
