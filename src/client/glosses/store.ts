import { device } from '../platform/storage.ts'

/** A term as it is kept on the device. */
export interface Kept {
  term: string
  lemma: string
  /** Its gloss and the address of its entry, to be read where the text is not at hand. */
  gloss: string
  href: string
}

/** Lists kept on this device: terms that are known and no longer glossed; terms to be learnt. */
export type List = 'bekannt' | 'begriffe'

export const read = (list: List): Kept[] => keptIn(device.readJson(`edition:${list}`))

export function has(list: List, term: string): boolean {
  return read(list).some((kept) => kept.term === term)
}

/** Puts a term on a list or takes it off. Where storage is forbidden or full nothing is kept. */
export function keep(list: List, kept: Kept, on: boolean): void {
  device.writeJson(`edition:${list}`, toggled(read(list), kept, on))
}

/** In the order of the alphabet, each once. */
export function toggled(list: readonly Kept[], kept: Kept, on: boolean): Kept[] {
  const others = list.filter(({ term }) => term !== kept.term)
  return (on ? [...others, kept] : others).sort((a, b) => a.lemma.localeCompare(b.lemma, 'de'))
}

/** What cannot be read as such a list is none. */
export const keptIn = (value: unknown): Kept[] => (Array.isArray(value) ? value.filter(isKept) : [])

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  ['term', 'lemma', 'gloss', 'href'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  )
