import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  keptIn,
  readBackup,
  restoreKept,
  writeBackup,
} from '../../../../src/client/annotations/exchange/backup.ts'
import { safeStorage, type SafeStorage } from '../../../../src/client/platform/storage.ts'
import { join } from '../../../../src/client/annotations/exchange/merge.ts'
import type { Annotation } from '../../../../src/client/annotations/model.ts'
import { made } from './made.ts'

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

describe('a backup', () => {
  it('with two long versions of a note that were joined is read again', () => {
    const { id } = made({})
    const versions = ['a', 'b', 'c'].map((letter) => made({ id, body: letter.repeat(50_000) }))
    const entries = [versions.reduce(joinTwo)]
    const written = writeBackup({ kept, entries }, '2026-03-14T09:00:00.000Z')
    assert.deepEqual(readBackup(written), { value: { kept, entries } })
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
