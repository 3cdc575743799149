import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import type { Work } from '../../../src/citation/csl.ts'
import { kindsOfWorks } from './kinds-of-works.ts'
import { marked } from './reading.ts'

const keyOf = (index: number) => `work-${index}`
const engine = createCitationEngine(
  kindsOfWorks.map(({ work }, i) => ({ id: keyOf(i), ...work }) as Work),
)

for (const [i, { work, full, short }] of kindsOfWorks.entries())
  test(`${work.type}: ${full}`, () => {
    assert.equal(marked(engine.full(keyOf(i))), full)
    assert.equal(marked(engine.short(keyOf(i))), short)
  })

test('no field of a bibliography entry is lost that its full reference has', () => {
  for (const { key, pieces } of engine.bibliography()) {
    const { work, full } = kindsOfWorks[Number(key.slice('work-'.length))]!
    // Only notes shorten lists of names.
    if (full.includes(' u. a.')) continue
    const words = marked(pieces)
    for (const part of full.split(': ').slice(1).join(': ').split(', '))
      assert.ok(words.includes(part), `${work.type}: „${part}“ is not in „${words}“`)
  }
})
