import { readerNameKey } from '../../../contract/storage-keys.ts'
import { save } from '../../platform/save.ts'
import { device } from '../../platform/storage.ts'
import { colourNames } from '../colours.ts'
import type { Entry } from '../model.ts'
import { textsOf } from './texts.ts'
import { toCollection, type Surroundings } from './w3c.ts'

/** The name a reader gives to what they hand on; empty: none. */
export const readerName = (): string => device.read(readerNameKey) ?? ''

export function keepReaderName(name: string): void {
  device.write(readerNameKey, name.trim().slice(0, 80) || null)
}

/** What an export says besides the entries, as this page knows it. */
export function surroundingsOn(root: Document): Surroundings {
  const texts = textsOf(root)
  return {
    address: (slug) =>
      texts.get(slug)?.address ?? new URL(`../../texte/${slug}/`, root.baseURI).href,
    title: (slug) => texts.get(slug)?.title ?? slug,
    colourNames: colourNames(),
    creator: readerName(),
    now: new Date().toISOString(),
  }
}

export function saveNotes(root: Document, entries: readonly Entry[]): void {
  const around = surroundingsOn(root)
  const json = JSON.stringify(toCollection(entries, around), null, 1)
  save(root, fileName('notizen', around, 'json'), 'application/ld+json', json)
}

/** „notizen-anna-2026-03-14.json“ */
export function fileName(what: string, { creator, now }: Surroundings, ending: string): string {
  // Letters of all scripts stay: a name may have no others.
  const name = creator
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${[what, name, now.slice(0, 10)].filter(Boolean).join('-')}.${ending}`
}
