import { distance } from './distance.ts'
import { relatedForms, spellings } from './fold.ts'
import { toWord, type Word } from './lexicon.ts'
import { masculine } from './patterns.ts'

/** What the edition's own words say about a typed one. */
export interface Expansion {
  /** Words that begin with it, itself among them: `Plattformisierung` for `Plattform`. */
  longer: string[]
  /** Words with it inside: `Exportkontrollregime` for `Regime`. */
  inner: string[]
  /** Words without which a feminine form has no other: `Entwickler` for `Entwicklerinnen`. */
  bases: string[]
}

/** Under four letters a part of a word says nothing: `Rat` is in thirty of them. */
const shortestPart = 4

export function expand(words: readonly Word[], typed: string): Expansion {
  const keys = spellings(typed)
  const forms = [...new Set([...keys, ...keys.flatMap(relatedForms)])]
  const parts = forms.filter((form) => form.length >= shortestPart)
  const inner = words.filter(({ folded }) => parts.some((part) => folded.indexOf(part) > 0))
  return {
    longer: words
      .filter((word) => forms.some((form) => beginsWith(word, form)))
      .map(({ word }) => word),
    inner: shortest(inner).map(({ word }) => word),
    bases: keys.flatMap((key) => baseOf(words, key)),
  }
}

const beginsWith = ({ folded, parts }: Word, key: string) =>
  folded.startsWith(key) || parts.some((part) => part.startsWith(key))

/** A word is found with every word it begins. */
function shortest(found: readonly Word[]): Word[] {
  const sorted = [...found].sort((a, b) => (a.folded < b.folded ? -1 : 1))
  const kept: Word[] = []
  for (const word of sorted)
    if (!kept.length || !word.folded.startsWith(kept.at(-1)!.folded)) kept.push(word)
  return kept
}

const baseOf = (words: readonly Word[], key: string): string[] =>
  masculine(key).filter((base) =>
    words.some(({ folded, parts }) => folded === base || parts.includes(base)),
  )

/** The nearest words to one that is not there: one error up to seven letters, two from eight. */
export function nearest(words: readonly Word[], typed: string): string[] {
  let best = Infinity
  let found: string[] = []
  for (const key of spellings(typed)) {
    const limit = key.length < 4 || /\d/.test(key) ? 0 : key.length < 8 ? 1 : 2
    if (limit === 0) continue
    for (const word of words)
      for (const candidate of [word.folded, ...word.parts]) {
        if (candidate.length < 4 || candidate[0] !== key[0]) continue
        const edits = distance(key, candidate, Math.min(limit, best))
        if (edits > limit || edits > best) continue
        if (edits < best) found = []
        best = edits
        found.push(candidate === word.folded ? word.word : partAsWritten(word.word, candidate))
      }
  }
  return shortest([...new Set(found)].map(toWord)).map(({ word }) => word)
}

const partAsWritten = (word: string, part: string) =>
  word.split(/[^\p{L}\p{N}]+/u).find((piece) => spellings(piece).includes(part)) ?? part
