import { hash } from 'node:crypto'

/** Entries of a sketch at most: a long paragraph is known by a sample, a short one by all it has. */
const sample = 64

export interface Fingerprint {
  words: number
  /** Hashes of all pairs of neighbouring words, beginning and end counted as words. */
  shingles: ReadonlySet<number>
}

/** Letters and digits alone count: case, punctuation and spaces may change freely. */
export function fingerprintOf(wording: string): Fingerprint {
  const words =
    wording
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const chain = ['^', ...words, '$']
  const shingles = new Set(chain.slice(1).map((word, i) => hash20(`${chain[i]} ${word}`)))
  return { words: words.length, shingles }
}

/** The smallest hashes of a set, sorted: a fair sample of it, whatever the order of its words. */
export function sketchOf(shingles: ReadonlySet<number>): string {
  const smallest = [...shingles].sort((a, b) => a - b).slice(0, sample)
  return smallest.map((value) => value.toString(16).padStart(5, '0')).join('')
}

export function readSketch(sketch: string): number[] {
  return (sketch.match(/.{5}/g) ?? []).map((digits) => Number.parseInt(digits, 16))
}

/** Tells one wording from another: 64 bits of SHA-256. */
export const hashOf = (wording: string): string => hash('sha256', wording, 'hex').slice(0, 16)

/** FNV-1a, then the finish of MurmurHash3; 20 bits of 32, so that a hash stands for many pairs of words. */
function hash20(words: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 12
}
