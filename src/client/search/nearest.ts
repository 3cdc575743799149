import { distance } from '../../contract/distance.ts'
import { spellings } from '../../contract/folding.ts'
import { shortest, toWord, type Word } from './lexicon.ts'

/** A word, or a part of one, that may have been meant. */
interface Candidate {
  word: Word
  folded: string
  letters: number
}

/**
 * Finds the nearest words to one that is not there: one error up to nine letters, two from ten. The first letter
 * is taken to be right.
 */
export function createNearest(words: readonly Word[]): (typed: string) => string[] {
  let byLetter: ReadonlyMap<string, Candidate[]> | undefined
  return (typed) => {
    // Most words are typed correctly.
    byLetter ??= Map.groupBy(words.flatMap(candidates), ({ folded }) => folded[0]!)
    let best = Infinity
    let found: string[] = []
    for (const key of spellings(typed)) {
      const limit = key.length < 4 || /\d/.test(key) ? 0 : key.length < 10 ? 1 : 2
      if (limit === 0) continue
      const letters = lettersOf(key)
      for (const { word, ...candidate } of byLetter.get(key[0]!) ?? []) {
        if (count(letters & ~candidate.letters) > Math.min(limit, best)) continue
        const edits = distance(key, candidate.folded, Math.min(limit, best))
        if (edits > limit || edits > best) continue
        if (edits < best) found = []
        best = edits
        found.push(candidate.folded === word.folded ? word.word : asWritten(word, candidate.folded))
      }
    }
    return shortest([...new Set(found)].map(toWord)).map(({ word }) => word)
  }
}

const candidates = (word: Word): Candidate[] =>
  [word.folded, ...word.parts]
    .filter(({ length }) => length >= 4)
    .map((folded) => ({ word, folded, letters: lettersOf(folded) }))

/** A bit for each letter in a word. Every letter of the typed word that another lacks is an edit at least. */
function lettersOf(folded: string): number {
  let letters = 0
  for (let i = 0; i < folded.length; i++) letters |= 1 << (folded.charCodeAt(i) % 32)
  return letters
}

function count(bits: number): number {
  let ones = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones++
  return ones
}

const asWritten = ({ word }: Word, part: string) =>
  word.split(/[^\p{L}\p{N}]+/u).find((piece) => spellings(piece).includes(part)) ?? part
