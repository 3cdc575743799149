import { knownTermsKey, notedTermsKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

/** A term as it is stored on the device. */
export interface Kept {
  term: string
  lemma: string
  /** Words of its gloss and path of its entry, for lists on pages without the text. */
  gloss: string
  href: string
}

/** `bekannt`: terms the reader knows, which are no longer glossed. `begriffe`: terms noted down. */
export type List = 'bekannt' | 'begriffe'

const keyOf: Record<List, string> = { bekannt: knownTermsKey, begriffe: notedTermsKey }

export const read = (list: List): Kept[] => keptIn(device.readJson(keyOf[list]))

export function has(list: List, term: string): boolean {
  return read(list).some((kept) => kept.term === term)
}

/** Adds a term to a list or removes it. Does nothing where storage is forbidden or full. */
export function keep(list: List, kept: Kept, on: boolean): void {
  device.writeJson(keyOf[list], toggled(read(list), kept, on))
}

/** Adds a term to the known ones or removes it, and updates the glosses in the text. */
export function toggleKnown(root: Document, kept: Kept): void {
  keep('bekannt', kept, !has('bekannt', kept.term))
  root.dispatchEvent(new CustomEvent('edition:settings'))
}

/** The list with a term added or removed, sorted by lemma, without duplicates. */
export function toggled(list: readonly Kept[], kept: Kept, on: boolean): Kept[] {
  const others = list.filter(({ term }) => term !== kept.term)
  return (on ? [...others, kept] : others).sort((a, b) => a.lemma.localeCompare(b.lemma, 'de'))
}

/** The valid entries of a stored list; none if it is no list. */
export const keptIn = (value: unknown): Kept[] => (Array.isArray(value) ? value.filter(isKept) : [])

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  ['term', 'lemma', 'gloss', 'href'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  ) &&
  isPath((value as Kept).href)

/** A path of this site: what is stored may have been restored from any file. */
const isPath = (href: string) => /^\/(?![/\\])[^\\\u0000-\u0020]*$/.test(href)
