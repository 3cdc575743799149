import { distance } from '../../contract/distance.ts'
import { foldWord } from '../../contract/folding.ts'
import type { IndexedRecord } from './lexicon.ts'

const most = 3

/**
 * Articles of the glossary to offer instead of nothing: those with a word like one that was typed, else those that
 * stand where it would stand in the alphabet.
 */
export function nearestLemmas(
  records: readonly IndexedRecord[],
  typed: readonly string[],
): IndexedRecord[] {
  const terms = records.filter(({ kind }) => kind === 'term')
  const alike = terms
    .map((record) => ({
      record,
      unlike: Math.min(...typed.map((word) => unlikeness(word, record.lemma))),
    }))
    .filter(({ unlike }) => unlike <= 0.34)
    .sort((a, b) => a.unlike - b.unlike || a.record.order - b.record.order)
    .slice(0, most)
  return alike.length > 0 ? alike.map(({ record }) => record) : neighbours(terms, typed[0] ?? '')
}

/** Share of a word's letters to be changed to have a word of the lemma, or the whole of it. */
function unlikeness(word: string, lemma: string): number {
  const key = foldWord(word)
  if (key.length < 3) return Infinity
  const limit = Math.ceil(key.length / 2)
  return Math.min(
    ...[lemma, ...lemma.split(/[^\p{L}\p{N}]+/u)].map((part) => {
      const other = foldWord(part)
      return other.length < 3 ? Infinity : distance(key, other, limit) / key.length
    }),
  )
}

function neighbours(terms: readonly IndexedRecord[], word: string): IndexedRecord[] {
  const { compare } = new Intl.Collator('de')
  const sorted = [...terms].sort((a, b) => compare(a.lemma, b.lemma))
  const at = sorted.findIndex(({ lemma }) => compare(lemma, word) > 0)
  const start = Math.max(0, Math.min((at < 0 ? sorted.length : at) - 1, sorted.length - most))
  return word ? sorted.slice(start, start + most) : []
}
