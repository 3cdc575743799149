import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf, readRecord, writeRecord } from '../../../src/starter/record.ts'
import { renew } from '../../../src/starter/renew.ts'

const written = {
  'content/edition.yaml': 'title: A',
  'same.md': 'old',
  'own.md': 'old',
  'both.md': 'old',
  'alike.md': 'old',
  'gone.md': 'old',
  'crlf.md': 'one\ntwo',
}
const record = {
  files: Object.fromEntries(Object.entries(written).map(([path, text]) => [path, hashOf(text)])),
}
const fresh = {
  ...written,
  'content/edition.yaml': 'title: B',
  'same.md': 'new',
  'both.md': 'new',
  'alike.md': 'new',
  'gone.md': 'new',
  'crlf.md': 'one\ntwo\nthree',
  'added.md': 'new',
  'taken.md': 'new',
}
const present: Record<string, string> = {
  'content/edition.yaml': 'title: A',
  'same.md': 'old',
  'own.md': "the editor's",
  'both.md': "the editor's",
  'alike.md': 'new',
  'crlf.md': 'one\r\ntwo',
  'taken.md': "the editor's",
}

test('files that nobody has touched are renewed; what the editor wrote or removed stays', () => {
  const { write, conflicts, hashes } = renew(fresh, record, (path) => present[path] ?? null)
  assert.deepEqual(write, { 'same.md': 'new', 'crlf.md': 'one\ntwo\nthree', 'added.md': 'new' })
  assert.deepEqual(conflicts, ['both.md', 'taken.md'])
  // A second time nothing is left to do but what is the editor's.
  const after = (path: string) => (write as Record<string, string>)[path] ?? present[path] ?? null
  const again = renew(fresh, { files: hashes }, after)
  assert.deepEqual(again.write, {})
  assert.deepEqual(again.conflicts, conflicts)
})

test('a record is read as it was written, and what is none is refused', () => {
  const answers = { title: 'A', editors: 'B', licence: 'C', address: '', language: 'de' }
  const whole = { engine: '0.1.0', answers, files: record.files }
  assert.deepEqual(readRecord(writeRecord(whole)), whole)
  for (const broken of ['', '{', '[]', '{"engine": "1"}']) assert.equal(readRecord(broken), null)
})
