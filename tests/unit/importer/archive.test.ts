/** Archives that are cut off, changed or too large. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { ArchiveError, unpack } from '../../../src/importer/readers/archive.ts'

const words = Array.from({ length: 400 }, (_, i) => `Wort ${i * 7919}`).join(' ')
const stored = zipSync({ 'a.xml': [strToU8(words), { level: 0 }], 'ä.xml': strToU8('<ä/>') })
const packed = zipSync({ 'a.xml': strToU8(words) })

test('the files that are wanted are unpacked', () => {
  const files = unpack(stored)
  assert.deepEqual([...files.keys()], ['a.xml', 'ä.xml'])
  assert.equal(strFromU8(files.get('a.xml')!), words)
  assert.deepEqual([...unpack(stored, (name) => name === 'ä.xml').keys()], ['ä.xml'])
})

test('an archive that is cut off anywhere is damaged', () => {
  for (const whole of [stored, packed])
    for (let length = 0; length < whole.length; length += 97)
      assert.throws(() => unpack(whole.subarray(0, length)), ArchiveError, String(length))
  assert.throws(() => unpack(stored.subarray(0, -1)), ArchiveError)
})

test('a changed byte in a file is found', () => {
  for (const whole of [stored, packed])
    for (let at = 60; at < 1500; at += 131) {
      const changed = whole.slice()
      changed[at]! ^= 0x10
      assert.throws(() => unpack(changed), ArchiveError, String(at))
    }
})

test('an archive that unpacks to more than any text is refused before it is unpacked', () => {
  const one = zipSync({ 'a.xml': new Uint8Array(20_000_000) })
  const list = Buffer.from(one).indexOf('PK\x01\x02')
  const file = one.subarray(0, list)
  const bomb = Buffer.concat([...Array.from({ length: 14 }, () => file), one.subarray(list)])
  assert.ok(bomb.length < 1_000_000)
  assert.throws(() => unpack(bomb), /larger than/)
})
