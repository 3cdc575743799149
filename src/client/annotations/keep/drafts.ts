import type { Entry } from '../model.ts'
import { readEntry } from '../exchange/shape.ts'

const prefix = 'edition:entwurf:'

/**
 * What is being written, put down at once: a tab that closes waits for no database. It is taken away when the
 * database has the entry; what is found here at a start has not come so far.
 */
export function putDown(entries: readonly Entry[]): void {
  try {
    for (const entry of entries) localStorage.setItem(prefix + entry.id, JSON.stringify(entry))
  } catch {}
}

export function takeAway(entries: readonly Entry[]): void {
  try {
    for (const entry of entries)
      if (localStorage.getItem(prefix + entry.id) === JSON.stringify(entry))
        localStorage.removeItem(prefix + entry.id)
  } catch {}
}

export function findDrafts(): Entry[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => readEntry(JSON.parse(localStorage.getItem(key) ?? 'null')) ?? [])
  } catch {
    return []
  }
}
