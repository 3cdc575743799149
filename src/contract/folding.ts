/** A word as it is compared: small letters and digits, no diacritics, ss for ß, no hyphens or stars. */
export function fold(word: string): string {
  const small = word.toLowerCase()
  // Most words are plain, and there are thousands of them.
  if (/^[a-z0-9]*$/.test(small)) return small
  return small
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The spellings a reader may mean: as written, and with ae, oe, ue read as umlauts. */
export function spellings(word: string): string[] {
  const umlauts = word.replace(/([aou])e/gi, '$1')
  return [...new Set([fold(word), fold(umlauts)])].filter(Boolean)
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
