import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCbor, writeCbor, type Cbor } from '../../../src/contract/cbor.ts'

const values: Cbor[] = [
  ...[0, 1, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1],
  ...['', 'Uhr', '„Größe“ 𝄞', 'x'.repeat(23), 'x'.repeat(24), 'ö'.repeat(40_000)],
  ...[[], [[], ['a', 1, [2]]], Array.from({ length: 70_000 }, (_, i) => i)],
]

for (const value of values)
  test(`CBOR of ${JSON.stringify(value).slice(0, 20)} is read as it was written`, () => {
    assert.deepEqual(readCbor(writeCbor(value)), value)
  })
