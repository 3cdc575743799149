import type { TermData } from '../model/schemas.ts'

export interface Match {
  index: number
  length: number
  term: string
}

export interface TermMatcher {
  /** Matches in `wording`, from left to right, without overlaps. */
  find: (wording: string) => Match[]
  /** Forms that two entries have: `[form, slug, other slug]`. */
  ambiguous: [form: string, slug: string, other: string][]
}

/**
 * Finds terms by their forms, as whole words: no letter or digit may adjoin, so that parts of compounds match only at
 * hyphens. The longest form wins. A form in lower case matches any capitalisation, a space in a form matches spaces
 * or a hyphen.
 */
export function createTermMatcher(
  terms: readonly (Pick<TermData, 'lemma' | 'forms'> & { slug: string })[],
): TermMatcher {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  const ambiguous: TermMatcher['ambiguous'] = []
  for (const { slug, lemma, forms } of terms) {
    for (const written of new Set([lemma, ...forms])) {
      const form = normalize(written)
      const table = isFolded(form) ? folded : exact
      const other = exact.get(form) ?? folded.get(form.toLowerCase())
      if (form === '' || other === slug) continue
      if (other) ambiguous.push([written, slug, other])
      else table.set(form, slug)
    }
  }
  const patterns = [
    ...[...exact.keys()].map((form) => [form, source(form)] as const),
    ...[...folded.keys()].map((form) => [form, source(form, bothCases)] as const),
  ].sort(([a], [b]) => b.length - a.length)
  // One pattern of all forms would be tried at every letter of a text.
  const byStart = new Map(
    Array.from(
      Map.groupBy(patterns, ([form]) => startOf(form)),
      ([start, some]) => [
        start,
        new RegExp(`(?:${some.map(([, p]) => p).join('|')})(?![\\p{L}\\p{N}])`, 'uy'),
      ],
    ),
  )
  const starts = [...byStart.keys()].every(isWord) ? words : wordsAndSigns
  const find = (wording: string): Match[] => {
    const matches: Match[] = []
    let end = 0
    for (const { 0: start, index } of wording.matchAll(starts)) {
      const pattern = byStart.get(sameStart(start))
      if (!pattern || index < end || (!isWord(start) && endsInWord(wording.slice(0, index))))
        continue
      pattern.lastIndex = index
      const [found] = pattern.exec(wording) ?? []
      if (found === undefined) continue
      const form = normalize(found)
      const term = exact.get(form) ?? folded.get(form.toLowerCase())!
      matches.push({ index, length: found.length, term })
      end = index + found.length
    }
    return matches
  }
  return { find, ambiguous }
}

const words = /[\p{L}\p{N}]+/gu
const wordsAndSigns = /[\p{L}\p{N}]+|[^]/gu
const isWord = (start: string) => /^[\p{L}\p{N}]/u.test(start)
const endsInWord = (words: string) => /[\p{L}\p{N}]$/u.test(words)
/** The first word of a form, or its first sign, alike for all that its pattern matches. */
const startOf = (form: string) => sameStart(form.match(wordsAndSigns)![0]!)
const sameStart = (start: string) => normalize(start).toUpperCase() || ' '

const isFolded = (form: string) => form === form.toLowerCase()
const gap = /[\s\u00a0\u202f]+|-/g
/** Treats hyphens as spaces and straight apostrophes as curved ones. */
const normalize = (form: string) => form.trim().replace(gap, ' ').replace(/[’']/g, '’')
const source = (form: string, letter = (sign: string) => sign) =>
  form
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\p{L}/gu, letter)
    .replace(/ /g, '(?:[\\s\\u00a0\\u202f]+|-)')
    .replace(/’/g, "[’']")

/** Both cases of a letter. The modifier `(?i:…)` missed a word in a process that had run for long (Node 24). */
const bothCases = (letter: string) => {
  const capital = letter.toUpperCase()
  return capital === letter || [...capital].length > 1 ? letter : `[${letter}${capital}]`
}
