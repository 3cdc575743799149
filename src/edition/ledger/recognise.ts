import { assign } from './assign.ts'
import { longestChain } from './chain.ts'
import { similarities, type Similarity } from './similarity.ts'
import { latestWording, type Entry, type Ledger } from './schema.ts'
import { fingerprintOf, hashOf } from './shingles.ts'

/** A citable paragraph of the current text. */
export interface Unit {
  kind: Entry['kind']
  wording: string
  /** The editor's mark at its beginning: `12` for `[](abs:12)`, or `new`; each number at most once. */
  mark: string | null
}

export interface Recognition {
  /** Index of the unit → index of its entry. */
  entryOf: Map<number, number>
  /** Units whose entry is uncertain, with the possible entries. */
  doubts: { unit: number; entries: number[] }[]
  /** Unit without an entry → entry it was split from. */
  partOf: Map<number, number>
  /** Entry without a unit → unit it was merged into. */
  mergedInto: Map<number, number>
}

/**
 * A match is certain if the larger of its two shares is at least `either`, and their sum at least `both`. Rewording
 * every third word leaves a share of 0.44 in both directions; a part of a split paragraph is wholly in the original.
 */
const certain = { either: 0.25, both: 0.6 }
/** Between this and `certain` the editor decides. Unrelated paragraphs stay below. */
const possible = 0.12
/** Common word pairs: fewer than `least` prove nothing (a name and a year); from `enough` on the sum is not needed. */
const proof = { least: 3, enough: 10 }
/** Share of a paragraph from which on it counts as merged into, or split from, another. */
const majority = 0.5
/** The first part of a split paragraph keeps the number if it has at least this share of it. */
const firstPartShare = 1 / 3

/**
 * Matches paragraphs to entries of the ledger: 1. by the editor’s marks, 2. by equal wording, 3. the rest by the
 * assignment with the greatest total similarity, in which order has a small weight. A match is a doubt if another is
 * about equally good and order does not decide, or if the similarity is between `possible` and `certain`.
 */
export function recognise(ledger: Ledger, units: readonly Unit[]): Recognition {
  const entries = ledger.paragraphs
  const entryOf = new Map<number, number>()
  const byNumber = new Map(entries.map(({ number }, i) => [number, i]))
  for (const [i, { mark }] of units.entries()) {
    const entry = mark === null ? undefined : byNumber.get(mark)
    if (entry !== undefined) entryOf.set(i, entry)
  }
  const equal = matchEqualWordings(ledger, units, entryOf)
  const open = (old: number, now: number) => !taken.has(old) && free(now)
  let taken = new Set(entryOf.values())
  const free = (now: number) => !entryOf.has(now) && units[now]!.mark === null
  const result: Recognition = { entryOf, doubts: [], partOf: new Map(), mergedInto: new Map() }
  if (entryOf.size === units.length && taken.size === entries.length) return result

  const fingerprints = units.map(({ wording }) => fingerprintOf(wording))
  const similar = [
    ...equal.filter(({ old, now }) => open(old, now)),
    ...similarities(
      entries,
      fingerprints,
      (old, now) => !taken.has(old) || !entryOf.has(now),
    ).filter(({ old, now }) => !equal.some((pair) => pair.old === old && pair.now === now)),
  ]
  const inOrder = orderOf(entryOf)
  const claims = similar.filter((pair) => open(pair.old, pair.now) && isCertain(pair))
  const edges = claims.map((pair) => ({
    row: pair.old,
    column: pair.now,
    weight: pair.ofOld * (entries[pair.old]!.words + 1) * (inOrder(pair) ? 1.1 : 1),
  }))
  const found = assign(edges)
  for (const [old, now] of found) entryOf.set(now, old)
  taken = new Set(entryOf.values())
  preferFirstPart(
    similar.filter(({ now }) => units[now]!.mark === null),
    entryOf,
    found,
  )

  const rivals = claims.filter(({ old, now }) => entryOf.get(now) !== old)
  for (const pair of claims.filter(({ old, now }) => entryOf.get(now) === old)) {
    const equals = rivals.filter(
      (rival) =>
        (rival.old === pair.old
          ? !entryOf.has(rival.now)
          : rival.now === pair.now && !taken.has(rival.old)) &&
        restOnSameWords(pair, rival) &&
        !(inOrder(pair) && !inOrder(rival)),
    )
    if (equals.length > 0)
      result.doubts.push({
        unit: pair.now,
        entries: [...new Set([pair.old, ...equals.map(({ old }) => old)])],
      })
  }
  for (const { old, now } of similar.filter(({ ofNow }) => ofNow >= majority).sort(by('ofNow')))
    if (!entryOf.has(now) && taken.has(old)) result.partOf.set(now, old)
  for (const { old, now } of similar.filter(({ ofOld }) => ofOld >= majority).sort(by('ofOld')))
    if (!taken.has(old)) result.mergedInto.set(old, now)
  const perhaps = similar.filter(
    (pair) =>
      open(pair.old, pair.now) &&
      Math.max(pair.ofOld, pair.ofNow) >= possible &&
      !result.partOf.has(pair.now) &&
      !result.mergedInto.has(pair.old),
  )
  for (const [unit, pairs] of Map.groupBy(perhaps, ({ now }) => now))
    result.doubts.push({ unit, entries: pairs.map(({ old }) => old) })
  return result
}

/** Sorts the best match last. */
const by = (part: 'ofOld' | 'ofNow') => (a: Similarity, b: Similarity) => a[part] - b[part]

function isCertain({ ofOld, ofNow, common }: Similarity): boolean {
  if (ofOld === 1 && ofNow === 1) return true
  if (Math.max(ofOld, ofNow) < certain.either || common.size < proof.least) return false
  return ofOld + ofNow >= certain.both || common.size >= proof.enough
}

/** Matches wordings that occur equally often in both, in order. Returns the remaining equal wordings. */
function matchEqualWordings(
  { versions, paragraphs: entries }: Ledger,
  units: readonly Unit[],
  entryOf: Map<number, number>,
): Similarity[] {
  const taken = new Set(entryOf.values())
  const ofEntries = Map.groupBy(
    entries.keys().filter((i) => !taken.has(i)),
    (i) => latestWording(entries[i]!, versions),
  )
  const ofUnits = Map.groupBy(
    units.keys().filter((i) => units[i]!.mark === null),
    (i) => hashOf(units[i]!.wording),
  )
  const rest: Similarity[] = []
  for (const [hash, olds] of ofEntries) {
    const nows = ofUnits.get(hash) ?? []
    if (olds.length === nows.length)
      for (const [i, now] of nows.entries()) entryOf.set(now, olds[i]!)
    else
      for (const old of olds)
        for (const now of nows) rest.push({ old, now, ofOld: 1, ofNow: 1, common: new Set() })
  }
  return rest
}

/** Returns a test whether a pair keeps the order of the pairs matched so far. */
function orderOf(entryOf: ReadonlyMap<number, number>): (pair: Similarity) => boolean {
  const known = [...entryOf].map(([now, old]) => ({ old, now })).sort((a, b) => a.old - b.old)
  const chain = longestChain(known)
  return ({ old, now }) => {
    const next = chain.findIndex((pair) => pair.old > old)
    const before = next < 0 ? chain.at(-1) : chain[next - 1]
    return (before?.now ?? -1) < now && now < (chain[next]?.now ?? Infinity)
  }
}

function preferFirstPart(
  similar: readonly Similarity[],
  entryOf: Map<number, number>,
  found: ReadonlyMap<number, number>,
): void {
  for (const [old, now] of found) {
    const larger = similar.find((pair) => pair.old === old && pair.now === now)!
    const first = similar.find(
      (pair) =>
        pair.old === old &&
        pair.now === now - 1 &&
        !entryOf.has(pair.now) &&
        pair.ofNow >= majority &&
        pair.ofOld >= firstPartShare &&
        !restOnSameWords(larger, pair),
    )
    if (!first) continue
    entryOf.delete(now)
    entryOf.set(first.now, old)
  }
}

/** Whether two matches rest on the same word pairs and the second is almost as good as the first. */
function restOnSameWords(pair: Similarity, rival: Similarity): boolean {
  const strength = ({ ofOld, ofNow }: Similarity) => Math.max(ofOld, ofNow)
  if (strength(rival) < 0.75 * strength(pair)) return false
  const smaller = Math.min(pair.common.size, rival.common.size)
  return pair.common.intersection(rival.common).size >= smaller / 2
}
