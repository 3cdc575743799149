import { createExpander, type Expansion } from './expand.ts'
import { foldWord } from '../../contract/folding.ts'
import type { Word } from './lexicon.ts'
import { createNearest } from './nearest.ts'
import {
  isNumberOrAddress,
  phrasePattern,
  pieces as piecesOf,
  standsIn,
  wordPattern,
  type Pattern,
} from './patterns.ts'
import type { Engine, EngineResult } from './engine.ts'

type Scores = Map<string, number>
type Weighted = [answer: Promise<Scores>, weight: number]

export interface Found {
  scores: Scores
  patterns: Pattern[]
  correction?: { typed: string; used: string[] }
  missing?: string
}

/** `inside`: also by parts of words, and by similar words if nothing is found. */
export type Depth = 'outside' | 'inside'

export interface Lookup {
  word: (typed: string, depth?: Depth) => Promise<Found>
  phrase: (words: readonly string[]) => Promise<Found>
  content: (id: string) => Promise<string>
}

/** With more words than these (the reader is still typing) Pagefind's own prefix search is used instead. */
const mostLonger = 40
/** Most words with a part in common that are searched for; each costs a search. */
const mostInner = 40
const mostCorrections = 12
const mostVerified = 40

/**
 * Single words and phrases through Pagefind. It never sees a word that is not in the edition: it would answer with
 * whatever begins alike, down to one letter.
 */
export function createLookup(engine: Engine, words: readonly Word[]): Lookup {
  const asked = new Map<string, Promise<Scores>>()
  const expander = createExpander(words)
  const expanded = new Map<string, Expansion>()
  const nearest = createNearest(words)
  const results = new Map<string, EngineResult>()

  const ask = (query: string, exact = false): Promise<Scores> => {
    const key = exact ? `"${query}"` : query
    let answer = asked.get(key)
    if (!answer) {
      answer = engine.search(query, exact).then((found) => {
        for (const result of found) results.set(result.id, result)
        return new Map(found.map(({ id, score }) => [id, score]))
      })
      answer.catch(() => asked.delete(key))
      asked.set(key, answer)
    }
    return answer
  }
  const exactly = (word: string) => ask(word, true)
  const expand = (typed: string): Expansion => {
    const expansion = expanded.get(typed) ?? expander(typed)
    expanded.set(typed, expansion)
    return expansion
  }

  const word = async (typed: string, depth: Depth = 'inside'): Promise<Found> => {
    if (isNumberOrAddress(typed)) return address(typed)
    const { longer, inner, bases } = expand(typed)
    const beginning = (): Weighted[] =>
      longer.length > mostLonger
        ? [[ask(typed), 0.9]]
        : longer.map((found) => [exactly(found), 0.9])
    // Short words are not searched for as beginnings: „KI“ is not „Kinder“.
    const short = foldWord(typed).length < 4
    const exact = exactly(typed)
    const queries: Weighted[] = [
      [exact, 1],
      // Pagefind splits `H20-GPUs` before the digits.
      ...(short && !/\d/.test(typed) && (await exact).size > 0 ? [] : beginning()),
      ...bases.map((base): Weighted => [ask(base), 0.9]),
    ]
    if (/-/.test(typed)) queries.push([exactly(typed.replaceAll('-', ' ')), 0.9])
    if (depth === 'inside')
      for (const found of inner.slice(0, mostInner)) queries.push([ask(found), 0.8])
    const scores = await union(queries)
    // Of words that only begin like a short one, those are marked that were found.
    if (short && scores.size > 0 && (await exact).size === 0 && longer.length <= mostLonger)
      return { scores, patterns: [wordPattern(typed), ...longer.map(wordPattern)] }
    return scores.size > 0 || depth === 'outside'
      ? { scores, patterns: [wordPattern(typed)] }
      : corrected(typed)
  }

  const corrected = async (typed: string): Promise<Found> => {
    const used = nearest(typed).slice(0, mostCorrections)
    if (used.length === 0) return { scores: new Map(), patterns: [], missing: typed }
    const scores = await union(used.map((word): Weighted => [ask(word), 0.6]))
    const patterns = used.map(wordPattern)
    return { scores, patterns, correction: { typed, used } }
  }

  /** `5,6`, `27.1.2025`, `doi.org/10.1177/…`: as a whole, else every piece in the same record. */
  const address = async (typed: string): Promise<Found> => {
    const pieces = piecesOf(typed)
    const patterns = [phrasePattern(pieces)]
    const whole = await asWritten(await exactly(typed), typed, pieces)
    if (whole.size > 0) return { scores: whole, patterns }
    if (pieces.length < 2) return { scores: whole, patterns, missing: typed }
    const found = await Promise.all(pieces.map((piece) => exactly(piece)))
    const known = found.filter(
      ({ size }, i) => size > 0 || (/\d/.test(pieces[i]!) && pieces[i]!.length > 1),
    )
    const [first, ...others] = known
    const scores = new Map(
      [...(first ?? [])].filter(([id]) => others.every((other) => other.has(id))),
    )
    // Of a number with a point or comma the pieces alone mean nothing.
    const kept = /^\d+[.,]\d+$/.test(typed) ? await asWritten(scores, typed, pieces) : scores
    return kept.size > 0 ? { scores: kept, patterns } : { scores: kept, patterns, missing: typed }
  }

  /** Pagefind drops points and commas: for it `1.0` is `10`, which begins every DOI. */
  const asWritten = async (found: Scores, typed: string, pieces: readonly string[]) => {
    if (pieces.length < 2 || found.size === 0) return found
    const each = await Promise.all(pieces.map((piece) => exactly(piece)))
    const sought = [...found.keys()].filter(
      (id) => found.size <= mostVerified || each.every((scores) => scores.has(id)),
    )
    const isThere = await Promise.all(sought.map(async (id) => standsIn(await content(id), typed)))
    const kept = sought.filter((_, i) => isThere[i])
    return new Map(kept.map((id) => [id, found.get(id)!]))
  }

  const content = async (id: string) => results.get(id)!.content()

  /** Pagefind compares stems; for a quotation, hits with the exact words are preferred. */
  const phrase = async (quoted: readonly string[]): Promise<Found> => {
    const patterns = [phrasePattern(quoted)]
    const scores = await exactly(quoted.join(' '))
    if (scores.size > mostVerified) return { scores, patterns }
    const words = ` ${quoted.map(foldWord).join(' ')} `
    const literal = await Promise.all(
      [...scores.keys()].map(async (id) => folded(await content(id)).includes(words)),
    )
    const kept = new Map([...scores].filter((_, i) => literal[i]))
    return { scores: kept.size > 0 ? kept : scores, patterns }
  }

  return {
    word,
    phrase,
    content,
  }
}

async function union(queries: Weighted[]): Promise<Scores> {
  const all: Scores = new Map()
  for (const [query, weight] of queries)
    for (const [id, score] of await query) all.set(id, Math.max(all.get(id) ?? 0, score * weight))
  return all
}

const folded = (wording: string) =>
  ` ${wording
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldWord)
    .join(' ')} `
