import { assign } from './assign.ts'
import { longestChain } from './chain.ts'
import { likenesses, type Likeness } from './similarity.ts'
import { latestWording, type Entry, type Ledger } from './schema.ts'
import { fingerprintOf, hashOf } from './shingles.ts'

/** A citable paragraph of the text as it is now. */
export interface Unit {
  kind: Entry['kind']
  wording: string
  /** What the editor wrote at its beginning, `12` for `[](abs:12)`, or `new`; no number twice. */
  mark: string | null
}

export interface Recognition {
  /** Index of the unit → index of the entry whose paragraph it is. */
  entryOf: Map<number, number>
  /** Units of which it is not certain that they are the entry that `entryOf` names, or another one. */
  doubts: { unit: number; entries: number[] }[]
  /** Unit without an entry → entry of which it was a part. */
  partOf: Map<number, number>
  /** Entry without a unit → unit that took its words in. */
  wentInto: Map<number, number>
}

/**
 * So much of either paragraph must be found in the other: rewording every third word leaves 0.44 of the pairs on
 * both sides, a part of a split paragraph has all its pairs from it.
 */
const certain = { either: 0.25, both: 0.6 }
/** Between this and `certain` the editor decides. Paragraphs that have nothing to do with each other stay below. */
const possible = 0.12
/** So many pairs of words in common, or more, are no proof and are proof enough. A name and a year are soon shared. */
const proof = { least: 3, enough: 10 }
/** A half and more of a paragraph: it went there, it came from there. */
const mostly = 0.5
/** Of the parts of a split paragraph the first keeps the number, if it holds so much of it. */
const goodPart = 1 / 3

/**
 * Whose paragraph is whose: 1. the editor’s marks, 2. equal wordings, 3. the assignment of the rest that keeps most
 * words, order counting a little. Where two paragraphs have equal claim and order does not settle it, or where
 * likeness is neither clear nor absent, there is a doubt.
 */
export function recognise(ledger: Ledger, units: readonly Unit[]): Recognition {
  const entries = ledger.paragraphs
  const entryOf = new Map<number, number>()
  const byNumber = new Map(entries.map(({ number }, i) => [number, i]))
  for (const [i, { mark }] of units.entries()) {
    const entry = mark === null ? undefined : byNumber.get(mark)
    if (entry !== undefined) entryOf.set(i, entry)
  }
  const equal = pinEqual(ledger, units, entryOf)
  const open = (old: number, now: number) => !taken.has(old) && free(now)
  let taken = new Set(entryOf.values())
  const free = (now: number) => !entryOf.has(now) && units[now]!.mark === null
  const result: Recognition = { entryOf, doubts: [], partOf: new Map(), wentInto: new Map() }
  if (entryOf.size === units.length && taken.size === entries.length) return result

  const fingerprints = units.map(({ wording }) => fingerprintOf(wording))
  const similar = [
    ...equal.filter(({ old, now }) => open(old, now)),
    ...likenesses(entries, fingerprints, (old, now) => !taken.has(old) || !entryOf.has(now)).filter(
      ({ old, now }) => !equal.some((pair) => pair.old === old && pair.now === now),
    ),
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
        sameMatter(pair, rival) &&
        !(inOrder(pair) && !inOrder(rival)),
    )
    if (equals.length > 0)
      result.doubts.push({
        unit: pair.now,
        entries: [...new Set([pair.old, ...equals.map(({ old }) => old)])],
      })
  }
  for (const { old, now } of similar.filter(({ ofNow }) => ofNow >= mostly).sort(by('ofNow')))
    if (!entryOf.has(now) && taken.has(old)) result.partOf.set(now, old)
  for (const { old, now } of similar.filter(({ ofOld }) => ofOld >= mostly).sort(by('ofOld')))
    if (!taken.has(old)) result.wentInto.set(old, now)
  const perhaps = similar.filter(
    (pair) =>
      open(pair.old, pair.now) &&
      Math.max(pair.ofOld, pair.ofNow) >= possible &&
      !result.partOf.has(pair.now) &&
      !result.wentInto.has(pair.old),
  )
  for (const [unit, pairs] of Map.groupBy(perhaps, ({ now }) => now))
    result.doubts.push({ unit, entries: pairs.map(({ old }) => old) })
  return result
}

/** The best one last. */
const by = (part: 'ofOld' | 'ofNow') => (a: Likeness, b: Likeness) => a[part] - b[part]

function isCertain({ ofOld, ofNow, common }: Likeness): boolean {
  if (ofOld === 1 && ofNow === 1) return true
  if (Math.max(ofOld, ofNow) < certain.either || common.size < proof.least) return false
  return ofOld + ofNow >= certain.both || common.size >= proof.enough
}

/** Equal wordings, as often here as there, are the same paragraphs in the same order. Returns the rest of them. */
function pinEqual(
  { versions, paragraphs: entries }: Ledger,
  units: readonly Unit[],
  entryOf: Map<number, number>,
): Likeness[] {
  const taken = new Set(entryOf.values())
  const ofEntries = Map.groupBy(
    entries.keys().filter((i) => !taken.has(i)),
    (i) => latestWording(entries[i]!, versions),
  )
  const ofUnits = Map.groupBy(
    units.keys().filter((i) => units[i]!.mark === null),
    (i) => hashOf(units[i]!.wording),
  )
  const rest: Likeness[] = []
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

/** Does a pair stand between the same paragraphs as before? */
function orderOf(entryOf: ReadonlyMap<number, number>): (pair: Likeness) => boolean {
  const known = [...entryOf].map(([now, old]) => ({ old, now })).sort((a, b) => a.old - b.old)
  const chain = longestChain(known)
  return ({ old, now }) => {
    const next = chain.findIndex((pair) => pair.old > old)
    const before = next < 0 ? chain.at(-1) : chain[next - 1]
    return (before?.now ?? -1) < now && now < (chain[next]?.now ?? Infinity)
  }
}

function preferFirstPart(
  similar: readonly Likeness[],
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
        pair.ofNow >= mostly &&
        pair.ofOld >= goodPart &&
        !sameMatter(larger, pair),
    )
    if (!first) continue
    entryOf.delete(now)
    entryOf.set(first.now, old)
  }
}

/** Do two claims rest on the same words, and is the second nearly as good as the first? */
function sameMatter(pair: Likeness, rival: Likeness): boolean {
  const strength = ({ ofOld, ofNow }: Likeness) => Math.max(ofOld, ofNow)
  if (strength(rival) < 0.75 * strength(pair)) return false
  const smaller = Math.min(pair.common.size, rival.common.size)
  return pair.common.intersection(rival.common).size >= smaller / 2
}
