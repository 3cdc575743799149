/**
 * Letters as they are compared („Größe“ → `grosse`) and as they stand in addresses and names of files (`groesse`).
 */

/** Small letters without accents, ss for ß, so that they can be compared: „Größe, à la“ → `grosse, a la`. */
export const withoutAccents = (words: string): string =>
  words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')

/** A word as it is compared: `withoutAccents`, and of that letters and digits alone, no hyphens or stars. */
export function foldWord(word: string): string {
  const small = word.toLowerCase()
  // Most words are plain, and there are thousands of them.
  if (/^[a-z0-9]*$/.test(small)) return small
  return withoutAccents(small).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Small letters without accents; umlauts are written out: „Größe, à la“ → `groesse, a la`. */
export const spellOut = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/** „Architektur & Größe“ → `architektur-groesse`, for addresses and names of files; empty where no letter is left. */
export const slugOf = (words: string): string =>
  spellOut(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The spellings a reader may mean: as written, and with ae, oe, ue read as umlauts. */
export function spellings(word: string): string[] {
  const umlauts = word.replace(/([aou])e/gi, '$1')
  return [...new Set([foldWord(word), foldWord(umlauts)])].filter(Boolean)
}

/** Without an inflectional ending; never under four letters. Rougher than a stemmer, for marking alone. */
export const trunk = (folded: string): string =>
  folded.replace(/^(.{4,}?)(?:ungen|innen|ern|em|er|en|es|e|s|n)$/, '$1')

const related: readonly (readonly [RegExp, string])[] = [
  [/^(.{4,}?)(?:en|es|em|s|n)$/, '$1'], // Plattformen, Modells
  [/^(.{3,})(?:um|us|a)$/, '$1en'], // Zentrum, Zyklus, Firma
  [/^(.{3,})en$/, '$1um'],
  [/^(.{4,})isch(?:e[rnms]?)?$/, '$1'], // ökonomisch, Ökonomie
  [/^(.{4,})ier(?:en|te?|ten)$/, '$1'], // kontrollieren, Kontrolle
]

/** Other forms under which a folded word may stand, alone or in compounds. They need not exist. */
export const relatedForms = (folded: string): string[] =>
  related.flatMap(([form, other]) => (form.test(folded) ? [folded.replace(form, other)] : []))
