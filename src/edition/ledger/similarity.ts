import type { Entry } from './schema.ts'
import { readSketch, type Fingerprint } from './shingles.ts'

/** What a paragraph of the ledger (`old`) and one of the text (`now`) have in common; both are indices. */
export interface Likeness {
  old: number
  now: number
  /** Part of the old paragraph that is found in the new one, and the other way round; 0 to 1. */
  ofOld: number
  ofNow: number
  /** Shingles in common, as many as the sample has. */
  common: ReadonlySet<number>
}

/** A pair of words in more paragraphs than this („in der“) says nothing. */
const everyday = 8

/**
 * All pairs that share words. A pair of words counts the less, the more paragraphs have it.
 * @param wanted leaves out pairs that nobody asks for
 */
export function likenesses(
  entries: readonly Entry[],
  units: readonly Fingerprint[],
  wanted: (old: number, now: number) => boolean,
): Likeness[] {
  const sketches = entries.map(({ shingles }) => readSketch(shingles))
  const holders = new Map<number, number[]>()
  for (const [old, sketch] of sketches.entries())
    for (const shingle of sketch) {
      const others = holders.get(shingle)
      if (others) others.push(old)
      else holders.set(shingle, [old])
    }
  const spread = new Map<number, number>()
  for (const { shingles } of units)
    for (const shingle of shingles) spread.set(shingle, (spread.get(shingle) ?? 0) + 1)
  const weight = (shingle: number) => {
    const paragraphs = Math.max(holders.get(shingle)?.length ?? 0, spread.get(shingle) ?? 0)
    return paragraphs > everyday ? 0 : 1 / paragraphs
  }
  const weights = sketches.map((sketch) => sum(sketch, weight))
  return units.flatMap(({ shingles }, now) => {
    const common = new Map<number, Set<number>>()
    for (const shingle of shingles)
      for (const old of weight(shingle) ? (holders.get(shingle) ?? []) : [])
        if (wanted(old, now)) common.set(old, (common.get(old) ?? new Set()).add(shingle))
    const whole = common.size > 0 ? sum(shingles, weight) : 0
    return [...common].map(([old, shared]): Likeness => {
      const found = sum(shared, weight)
      // A sketch shows a part of its paragraph; the whole shares as much more.
      const sampled =
        sketches[old]!.length / Math.max(sketches[old]!.length, entries[old]!.words + 1)
      const ofNow = Math.min(1, found / sampled / whole)
      return { old, now, ofOld: found / weights[old]!, ofNow, common: shared }
    })
  })
}

const sum = (shingles: Iterable<number>, weight: (shingle: number) => number) =>
  Iterator.from(shingles).reduce((total, shingle) => total + weight(shingle), 0)
