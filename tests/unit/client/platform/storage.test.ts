import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeStorage } from '../../../../src/client/platform/storage.ts'

/** Of a `Storage` only what is used, and room for so many characters a value. */
function memory(values: Record<string, string>, room = Infinity): Storage {
  const methods = {
    getItem: (name: string) => values[name] ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      values[name] = value
    },
    removeItem: (name: string) => {
      delete values[name]
    },
  }
  return new Proxy(values, {
    get: (_, name) => methods[name as keyof typeof methods],
  }) as unknown as Storage
}

test('what is written is read again, and removed by null', () => {
  const values: Record<string, string> = {}
  const storage = safeStorage(() => memory(values))
  assert.equal(storage.write('a', 'x'), true)
  assert.equal(storage.writeJson('b', { c: [1] }), true)
  assert.equal(storage.read('a'), 'x')
  assert.deepEqual(storage.readJson('b'), { c: [1] })
  assert.deepEqual(storage.names(), ['a', 'b'])
  assert.equal(storage.write('a', null), true)
  assert.equal(storage.read('a'), null)
  assert.deepEqual(values, { b: '{"c":[1]}' })
})

test('JSON that cannot be read is as if nothing were there', () => {
  for (const json of ['', '{', 'null', '{"a":'])
    assert.equal(safeStorage(() => memory({ a: json })).readJson('a'), null, json)
  assert.equal(safeStorage(() => memory({})).readJson('a'), null)
})

test('a full storage keeps what it has and says that it refuses', () => {
  const values = { a: 'old' }
  const storage = safeStorage(() => memory(values, 3))
  assert.equal(storage.write('a', 'longer'), false)
  assert.equal(storage.writeJson('b', 'long'), false)
  assert.deepEqual(values, { a: 'old' })
})

test('a forbidden storage is empty and throws nothing', () => {
  const storage = safeStorage(() => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  assert.equal(storage.read('a'), null)
  assert.equal(storage.readJson('a'), null)
  assert.deepEqual(storage.names(), [])
  assert.equal(storage.write('a', 'x'), false)
  assert.equal(storage.write('a', null), false)
  assert.equal(storage.writeJson('a', 1), false)
})
