import { placesByNumber, type Numbered } from './by-number.ts'
import type { Engine } from './engine.ts'
import { foldWord } from '../../contract/folding.ts'
import type { RecordKind } from '../../contract/lexicon.ts'
import { isChosen, type Chosen, type TextFacts } from '../../contract/shelf.ts'
import { createLookup, type Depth, type Found, type Lookup } from './lookup.ts'
import type { IndexedRecord, Lexicon } from './lexicon.ts'
import { createMatcher, type Matcher } from './matcher.ts'
import { nearestLemmas } from './nearest-lemmas.ts'
import { readQuery } from './query.ts'

/** Where the two parts of the index come from: the network, or a single file. */
export interface Loaders {
  loadPagefind: () => Promise<Engine>
  loadWords: () => Promise<Lexicon>
  /** A word will be asked for; what it needs may be fetched while the rest is still loading. */
  expect?: (folded: string) => void
}

export interface Filters {
  kinds?: readonly RecordKind[]
  texts?: readonly string[]
  /** What texts are chosen by. */
  chosen?: Chosen
}

export interface Hit extends IndexedRecord {
  score: number
  /** The record's words. */
  content: () => Promise<string>
}

export interface Answer {
  /** What „S. 104“ names, apart from the words found. */
  numbered: Numbered[]
  /** Best first. */
  hits: Hit[]
  /** Before filtering. */
  counts: { kinds: Partial<Record<RecordKind, number>>; texts: Record<string, number> }
  /** Words that are nowhere, and the nearest ones that were looked for instead. */
  corrections: { typed: string; used: string[] }[]
  /** How many words were looked for where the query has more; absent: all. */
  cut?: number
  /** Words that are nowhere, nor anything like them. */
  missing: string[]
  /** Where nothing was found: the nearest entries of the glossary. */
  lemmas: IndexedRecord[]
  /** All texts, by their slugs. */
  texts: Record<string, TextFacts>
  /** Finds in any wording what has been looked for. */
  matcher: Matcher
}

/**
 * `early` is given what is found without the insides of words, as soon as that is something: the parts of compounds
 * lie in many files, and the first of them need not wait for the last.
 */
export type Search = (
  query: string,
  filters?: Filters,
  early?: (answer: Answer) => void,
) => Promise<Answer>

/** The search of the edition. Pure apart from its loaders, which are called at the first search and once. */
export function createSearch({ loadPagefind, loadWords, expect }: Loaders): Search {
  let ready: Promise<{ lexicon: Lexicon; lookup: Lookup }> | undefined
  const prepare = async () => {
    const [engine, lexicon] = await Promise.all([loadPagefind(), loadWords()])
    expect = undefined
    return { lexicon, lookup: createLookup(engine, lexicon.words) }
  }
  return async (typed, filters = {}, early) => {
    const query = readQuery(typed)
    for (const word of query.words) if (word.length > 2) expect?.(foldWord(word))
    // A failed download may succeed the next time.
    ready ??= prepare().catch((error: unknown) => {
      ready = undefined
      throw error
    })
    const { lexicon, lookup } = await ready
    const find = async (depth: Depth) => {
      const found = await Promise.all([
        ...query.phrases.map((phrase) => lookup.phrase(phrase)),
        ...query.words.map((word) => lookup.word(word, depth)),
      ])
      const answer = compose(found, filters, lexicon, lookup)
      const numbered = placesByNumber(typed, lexicon.records.values()).filter(
        allows(filters, lexicon.texts),
      )
      const nothing = depth === 'inside' && Object.keys(answer.counts.kinds).length === 0
      const words = [...query.words, ...query.phrases.flat()]
      const lemmas = nothing ? nearestLemmas([...lexicon.records.values()], words) : []
      return { ...answer, numbered, lemmas, ...(query.cut && { cut: query.cut }) }
    }
    let whole = false
    if (early)
      void find('outside').then(
        (answer) => !whole && answer.hits.length > 0 && early(answer),
        () => {},
      )
    const answer = await find('inside')
    whole = true
    return answer
  }
}

function compose(
  found: readonly Found[],
  filters: Filters,
  lexicon: Lexicon,
  lookup: Lookup,
): Omit<Answer, 'lemmas' | 'numbered'> {
  const all = toHits(intersection(found.map(({ scores }) => scores)), lexicon, lookup)
  return {
    hits: all.filter(allows(filters, lexicon.texts)),
    counts: count(all),
    corrections: found.flatMap(({ correction }) => correction ?? []),
    missing: found.flatMap(({ missing }) => missing ?? []),
    texts: lexicon.texts,
    matcher: createMatcher(found.flatMap(({ patterns }) => patterns)),
  }
}

/** Articles of the glossary and works stand in no text, so that choosing texts leaves them out. */
function allows({ kinds, texts, chosen = {} }: Filters, all: Answer['texts']) {
  const areChosen = Boolean(texts?.length) || Object.values(chosen).some(Boolean)
  const isKept = (slug: string) =>
    (!texts?.length || texts.includes(slug)) && slug !== '' && isChosen(all[slug]!, chosen)
  return ({ kind, text }: { kind: RecordKind; text: string }): boolean =>
    (!kinds?.length || kinds.includes(kind)) && (!areChosen || isKept(text))
}

/** Records with every word; scores add up. */
function intersection(found: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const [first, ...others] = found
  const common = new Map<string, number>()
  for (const [id, score] of first ?? [])
    if (others.every((scores) => scores.has(id)))
      common.set(
        id,
        others.reduce((sum, scores) => sum + scores.get(id)!, score),
      )
  return common
}

function toHits(scores: ReadonlyMap<string, number>, lexicon: Lexicon, lookup: Lookup): Hit[] {
  const hits = [...scores].flatMap(([id, score]) => {
    const record = lexicon.records.get(id)
    return record ? { ...record, score, content: () => lookup.content(id) } : []
  })
  return hits.sort((a, b) => b.score - a.score || a.order - b.order)
}

function count(hits: readonly Hit[]): Answer['counts'] {
  const counts: Answer['counts'] = { kinds: {}, texts: {} }
  for (const { kind, text } of hits) {
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + 1
    if (text) counts.texts[text] = (counts.texts[text] ?? 0) + 1
  }
  return counts
}
