import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepOfRunBefore } from '../../../src/kept/memory.ts'

test('what was made in the run before is taken again, and no longer', () => {
  const made: string[] = []
  const make = (name: string) => () => {
    made.push(name)
    return { name }
  }
  const run = (...names: string[]) => {
    const keep = keepOfRunBefore()
    return names.map((name) => keep('kind', [name], make(name)))
  }
  const [a] = run('a', 'b')
  assert.equal(run('a', 'c')[0], a, 'the same object')
  run('a', 'c')
  assert.deepEqual(made, ['a', 'b', 'c'])
  run('b')
  assert.deepEqual(made, ['a', 'b', 'c', 'b'])
})
