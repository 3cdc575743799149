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

test('bytes before an archive are passed over', () => {
  const files = unpack(Buffer.concat([strToU8('davor'), packed]))
  assert.equal(strFromU8(files.get('a.xml')!), words)
})

/** An archive with another list of its files; `change` gets the beginning of each entry. */
function relisted(archive: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const bytes = Buffer.from(archive)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    change(view, at)
  return bytes
}

test('an archive that unpacks to more than any text is refused before it is unpacked', () => {
  const bomb = relisted(stored, (view, at) => view.setUint32(at + 24, 2 ** 28 + 1, true))
  assert.throws(() => unpack(bomb), /larger than 256 MB/)
})

test('files that share their bytes count as often as they are listed', () => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}.xml`)
  const bomb = zipSync(
    Object.fromEntries(names.map((name) => [name, new Uint8Array(name === '0.xml' ? 9e6 : 1)])),
  )
  let first: number[] | null = null
  const fields = [16, 20, 24, 42]
  const shared = relisted(bomb, (view, at) => {
    first ??= fields.map((field) => view.getUint32(at + field, true))
    for (const [i, field] of fields.entries()) view.setUint32(at + field, first[i]!, true)
  })
  assert.ok(shared.length < 20_000)
  assert.throws(() => unpack(shared), /larger than 256 MB/)
})

test('a file that unpacks to more than is said of it is damaged', () => {
  const bomb = relisted(zipSync({ 'a.xml': new Uint8Array(9e6) }), (view, at) =>
    view.setUint32(at + 24, 100, true),
  )
  assert.throws(() => unpack(bomb), /“a.xml” in it is damaged/)
})

test('an archive of too many files, or one that asks for a password, is refused in words', () => {
  const many = Buffer.from(stored)
  many.writeUInt16LE(20_001, many.indexOf('PK\x05\x06') + 10)
  assert.throws(() => unpack(many), /more than 20000 files/)
  const locked = relisted(packed, (view, at) => view.setUint8(at + 8, 1))
  assert.throws(() => unpack(locked), /“a.xml” in it asks for a password/)
})

test('an archive inside an archive is not unpacked', () => {
  const inner = zipSync({ 'a.xml': new Uint8Array(9e6) })
  assert.deepEqual(unpack(zipSync({ 'inner.zip': inner })).get('inner.zip')!.length, inner.length)
})
