import type { Entry } from './schema.ts'
import { readSketch, type Fingerprint } from './shingles.ts'

/** Similarity of a paragraph in the ledger (`old`) and one of the text (`now`), both given as indices. */
export interface Similarity {
  old: number
  now: number
  /** Share of the old paragraph that is in the new one, and the reverse; 0 to 1. */
  ofOld: number
  ofNow: number
  /** Common shingles, as far as the sketch has them. */
  common: ReadonlySet<number>
}

/** Word pairs in more paragraphs than this („in der“) are ignored. */
const tooFrequent = 8

/**
 * All pairs that share words. A word pair weighs less the more paragraphs have it.
 * @param wanted which pairs to return
 */
export function similarities(
  entries: readonly Entry[],
  units: readonly Fingerprint[],
  wanted: (old: number, now: number) => boolean,
): Similarity[] {
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
    return paragraphs > tooFrequent ? 0 : 1 / paragraphs
  }
  const weights = sketches.map((sketch) => sum(sketch, weight))
  return units.flatMap(({ shingles }, now) => {
    const common = new Map<number, Set<number>>()
    for (const shingle of shingles)
      for (const old of weight(shingle) ? (holders.get(shingle) ?? []) : [])
        if (wanted(old, now)) common.set(old, (common.get(old) ?? new Set()).add(shingle))
    const whole = common.size > 0 ? sum(shingles, weight) : 0
    return [...common].map(([old, shared]): Similarity => {
      const found = sum(shared, weight)
      // The sketch is a sample: scales up to the whole paragraph.
      const sampled =
        sketches[old]!.length / Math.max(sketches[old]!.length, entries[old]!.words + 1)
      const ofNow = Math.min(1, found / sampled / whole)
      return { old, now, ofOld: found / weights[old]!, ofNow, common: shared }
    })
  })
}

const sum = (shingles: Iterable<number>, weight: (shingle: number) => number) =>
  Iterator.from(shingles).reduce((total, shingle) => total + weight(shingle), 0)
