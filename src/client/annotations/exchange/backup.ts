import { annotationDraftPrefix, annotationsKey, keyPrefix } from '../../../contract/storage-keys.ts'
import type { SafeStorage } from '../../platform/storage.ts'
import type { Entry } from '../model.ts'
import { isRecord, readEntry } from './shape.ts'
import { parseJson, type Read } from './read-file.ts'

/** Everything that the edition keeps on a device: what is in the storage under its names, and all entries. */
export interface Backup {
  kept: Record<string, string>
  entries: Entry[]
}

const format = 'edition:sicherung'

/** All names of this edition but those for what is in the database, or is on its way there. */
const isBackedUp = (name: string): boolean =>
  /^[^\0]+$/.test(nameAfter(keyPrefix, name)) &&
  name !== annotationsKey &&
  !name.startsWith(annotationDraftPrefix)

const nameAfter = (prefix: string, name: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : ''

export function keptIn(storage: SafeStorage): Record<string, string> {
  const names = storage.names().filter(isBackedUp).sort()
  return Object.fromEntries(names.map((name) => [name, storage.read(name) ?? '']))
}

export const writeBackup = ({ kept, entries }: Backup, made: string): string =>
  JSON.stringify({ format, version: 1, made, kept, entries }, null, 1)

/** Reads a backup; refuses it if any part of it cannot be used. */
export function readBackup(json: string): Read<Backup> {
  const parsed = parseJson(json)
  if ('fault' in parsed) return parsed
  const { format: said, version, kept, entries } = parsed.value
  if (said !== format) return { fault: 'Das ist keine Sicherung dieser Ausgabe.' }
  if (version !== 1) return { fault: 'Die Sicherung stammt aus einer neueren Fassung der Ausgabe.' }
  if (!isRecord(kept) || !Array.isArray(entries)) return broken
  const names = Object.entries(kept)
  if (!names.every(([name, value]) => isBackedUp(name) && typeof value === 'string')) return broken
  const read = entries.map(readEntry).filter((entry) => entry !== null)
  if (read.length < entries.length) return broken
  return { value: { kept: Object.fromEntries(names) as Record<string, string>, entries: read } }
}

const broken = { fault: 'Die Sicherung ist beschädigt. Es wurde nichts verändert.' }

/** Puts the values in the place of those that are there; throws, and leaves all as it was, where that fails. */
export function restoreKept(storage: SafeStorage, kept: Record<string, string>): void {
  const before = keptIn(storage)
  const replace = (values: Record<string, string>) => {
    for (const name of Object.keys(keptIn(storage))) storage.write(name, null)
    return Object.entries(values).every(([name, value]) => storage.write(name, value))
  }
  if (replace(kept)) return
  replace(before)
  throw new Error('The storage of the browser is full or closed.')
}
