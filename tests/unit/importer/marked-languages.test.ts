import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { markedLanguages } from '../../../src/importer/readers/pdf/marked-languages.ts'

const content = '/Span <</MCID 0>> BDC EMC /Span <</MCID 1 /Lang (en)>> BDC (x) Tj EMC'
const page = '3 0 obj\n<</Type /Page /Contents 4 0 R>>\nendobj\n'

const pdf = (stream: Uint8Array, filter: string) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n${page}4 0 obj\n<</Length ${stream.length}${filter}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\n'),
  ])

const languagesOf = (bytes: Uint8Array) =>
  [...markedLanguages(bytes)].map(([number, own]) => [number, [...own]])

test('languages of marked content, plain and packed', () => {
  const packed = pdf(deflateSync(content), ' /Filter /FlateDecode /DL 99')
  assert.deepEqual(languagesOf(pdf(Buffer.from(content), '')), [[3, [['1', 'en']]]])
  assert.deepEqual(languagesOf(packed), [[3, [['1', 'en']]]])
})

test('damaged files have none', () => {
  const packed = pdf(deflateSync(content).subarray(0, 20), ' /Filter /FlateDecode')
  assert.deepEqual(languagesOf(packed), [])
  assert.deepEqual(languagesOf(pdf(Buffer.from(content), '').subarray(0, 60)), [])
  assert.deepEqual(languagesOf(new Uint8Array()), [])
})
