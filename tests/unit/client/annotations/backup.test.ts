import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  keptIn,
  readBackup,
  restoreKept,
  writeBackup,
  type Backup,
} from '../../../../src/client/annotations/exchange/backup.ts'
import { safeStorage, type SafeStorage } from '../../../../src/client/platform/storage.ts'
import { join } from '../../../../src/client/annotations/exchange/merge.ts'
import { readNotes } from '../../../../src/client/annotations/exchange/read-file.ts'
import { toCollection } from '../../../../src/client/annotations/exchange/w3c.ts'
import { foreignEntry, type Annotation } from '../../../../src/client/annotations/model.ts'
import { around, made } from './made.ts'
import { quoteOf } from './marks.ts'

const joinTwo = (one: Annotation, other: Annotation) => join(one, other) as Annotation

/** A `Storage` that refuses what is longer than `room`. */
function storage(values: Record<string, string>, room = Infinity): SafeStorage {
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
  const kept = new Proxy(values, {
    get: (_, name) => methods[name as keyof typeof methods],
  }) as unknown as Storage
  return safeStorage(() => kept)
}

const kept = { 'edition:bekannt': '[]', 'edition:einstellungen': '{"theme":"dark"}' }
const backup = { kept, entries: [made({ body: 'ja' })] }
const json = writeBackup(backup, '2026-03-14T09:00:00.000Z')
const faultOf = (change: (value: Record<string, unknown>) => void) => {
  const value = JSON.parse(json) as Record<string, unknown>
  change(value)
  const read = readBackup(JSON.stringify(value))
  return 'fault' in read ? read.fault : null
}

/** Whether a backup and an export are read as they were written. Compared as text: a difference of megabytes is no help. */
function isReadAgain(backup: Backup): boolean {
  const read = readBackup(writeBackup(backup, '2026-03-14T09:00:00.000Z'))
  const file = readNotes(JSON.stringify(toCollection(backup.entries, around)))
  if ('fault' in read || 'fault' in file) return false
  const exported = [...file.value.entries, ...file.value.foreign]
  return (
    JSON.stringify(read.value) === JSON.stringify(backup) &&
    JSON.stringify(exported) === JSON.stringify(backup.entries)
  )
}

describe('a backup', () => {
  it('with two long versions of a note that were joined is read again', () => {
    const { id } = made({})
    const versions = ['a', 'b', 'c'].map((letter) => made({ id, body: letter.repeat(50_000) }))
    const entries = [versions.reduce(joinTwo)]
    const written = writeBackup({ kept, entries }, '2026-03-14T09:00:00.000Z')
    assert.deepEqual(readBackup(written), { value: { kept, entries } })
  })

  it('of any size the edition can write is read again', () => {
    const long = made({
      body: 'x'.repeat(2_000_001),
      version: 'v'.repeat(200),
      parts: Array.from({ length: 500 }, (_, i) => quoteOf(`abs-${i + 1}`, 'ja nein', 'ja')),
      pages: ['ix'.repeat(100), 'x'],
    })
    const whole = made({ parts: [{ ...long.parts[0]!, exact: 'y'.repeat(70_000) }] })
    const unknown = foreignEntry({ id: 'x' }, new Date(0).toISOString())
    const entries = [long, whole, unknown]
    const values = { ...kept, [`edition:antworten:${'a'.repeat(300)}`]: 'z'.repeat(1_000_001) }
    assert.deepEqual(Object.keys(keptIn(storage({ ...values }))).length, 3)
    assert.ok(isReadAgain({ kept: values, entries }))
  })

  it('is read as it was written', () => {
    assert.deepEqual(readBackup(json), { value: backup })
  })

  it('contains the values of the edition only', () => {
    const all = { ...kept, 'edition:notizen': '1', 'edition:entwurf:x': '{}', andere: 'x' }
    assert.deepEqual(keptIn(storage(all)), kept)
  })

  it('is refused if any part of it cannot be used', () => {
    assert.match(
      faultOf((value) => (value['version'] = 2))!,
      /neueren/,
    )
    assert.match(
      faultOf((value) => (value['format'] = 'x'))!,
      /keine Sicherung/,
    )
    assert.match(
      faultOf((value) => (value['kept'] = { andere: 'x' }))!,
      /beschädigt/,
    )
    assert.match(
      faultOf((value) => (value['kept'] = { 'edition:x': 1 }))!,
      /beschädigt/,
    )
    assert.match(
      faultOf((value) => (value['entries'] = [...backup.entries, {}]))!,
      /beschädigt/,
    )
  })

  it('replaces all values, or changes nothing if that fails', () => {
    const values: Record<string, string> = { 'edition:stelle:uhren': '{}', andere: 'x' }
    restoreKept(storage(values), kept)
    assert.deepEqual(values, { ...kept, andere: 'x' })
    const small: Record<string, string> = { 'edition:a': 'b', andere: 'x' }
    assert.throws(() => restoreKept(storage(small, 5), kept))
    assert.deepEqual(small, { 'edition:a': 'b', andere: 'x' })
  })
})
