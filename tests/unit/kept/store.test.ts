import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hashOf, keepAwaitedIn, keepIn } from '../../../src/kept/keep.ts'
import { openStore } from '../../../src/kept/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-'))
after(() => rmSync(folder, { recursive: true }))

const wordsOf = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString()

test('the store holds whole files only, and loses those that nothing has read for long', () => {
  const place = join(folder, 'store')
  const store = openStore(place)
  store.write('a/x', Buffer.from('eins'))
  store.write('a/y', Buffer.from('zwei'))
  assert.deepEqual(readdirSync(join(place, 'a')).sort(), ['x', 'y'])
  const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
  for (const name of ['x', 'y']) utimesSync(join(place, 'a', name), long, long)
  assert.equal(wordsOf(store.read('a/x')), 'eins')
  store.clear()
  assert.deepEqual(readdirSync(join(place, 'a')), ['x'])
  assert.equal(store.read('a/y'), null)
})

test('what is damaged is as if it were not there, wherever it is damaged', () => {
  const place = join(folder, 'damaged')
  const store = openStore(place)
  store.write('x', Buffer.from('eins zwei drei vier'))
  const whole = readFileSync(join(place, 'x'))
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole)
    damaged[at]! ^= 1
    writeFileSync(join(place, 'x'), damaged)
    assert.equal(store.read('x'), null, `byte ${at}`)
    writeFileSync(join(place, 'x'), whole.subarray(0, at))
    assert.equal(store.read('x'), null, `cut at ${at}`)
  }
  writeFileSync(join(place, 'x'), whole)
  assert.equal(wordsOf(store.read('x')), 'eins zwei drei vier')
})

test('what is kept is made once for the same inputs, and anew for others, other code and where it is damaged', async () => {
  const place = join(folder, 'made')
  const store = openStore(place)
  const shared = { words: 'Uhr' }
  const value = { first: shared, second: shared, table: new Map([[1, undefined]]) }
  let made = 0
  const make = () => {
    made += 1
    return value
  }
  const [keep, keepAwaited] = [keepIn(store, 'code'), keepAwaitedIn(store, 'code')]
  keep('kind', ['a', { b: 1 }], make)
  const kept = keep('kind', ['a', { b: 1 }], make)
  assert.deepEqual(kept, value)
  assert.equal(kept.first, kept.second, 'one object stays one object')
  assert.deepEqual(await keepAwaited('kind', ['a', { b: 1 }], async () => make()), value)
  assert.equal(made, 1)
  keep('kind', ['a', { b: 2 }], make)
  keep('other kind', ['a', { b: 1 }], make)
  keepIn(store, 'other code')('kind', ['a', { b: 1 }], make)
  assert.equal(made, 4)
  for (const name of readdirSync(join(place, 'kind')))
    writeFileSync(join(place, 'kind', name), 'nonsense')
  assert.deepEqual(keep('kind', ['a', { b: 1 }], make), value)
  assert.equal(made, 5)
})

test('a hash tells bytes by their content, and refuses what it cannot see into', () => {
  assert.equal(hashOf([Buffer.from('a')]), hashOf([new Uint8Array([97])]))
  assert.notEqual(hashOf([Buffer.from('a')]), hashOf([Buffer.from('b')]))
  assert.notEqual(hashOf('a', 'b'), hashOf('ab'))
  for (const value of [new Map(), new Set(), () => 1])
    assert.throws(() => hashOf({ inside: [value] }), /“0” cannot be part/)
})
