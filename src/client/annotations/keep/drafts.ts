import { device } from '../../platform/storage.ts'
import type { Entry } from '../model.ts'
import { annotationDraftPrefix as prefix } from '../../../contract/storage-keys.ts'
import { readEntry } from '../exchange/shape.ts'

/**
 * What is being written, put down at once: a tab that closes waits for no database. It is taken away when the
 * database has the entry; what is found here at a start has not come so far.
 */
export function putDown(entries: readonly Entry[]): void {
  for (const entry of entries) device.writeJson(prefix + entry.id, entry)
}

export function takeAway(entries: readonly Entry[]): void {
  for (const entry of entries)
    if (device.read(prefix + entry.id) === JSON.stringify(entry))
      device.write(prefix + entry.id, null)
}

export const findDrafts = (): Entry[] =>
  device
    .names()
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readEntry(device.readJson(name)) ?? [])
