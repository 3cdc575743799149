import { hash } from 'node:crypto'

/** Maximum number of hashes in a sketch: longer paragraphs are sampled. */
const sample = 64

export interface Fingerprint {
  words: number
  /** Hashes of all pairs of neighbouring words; beginning and end count as words. */
  shingles: ReadonlySet<number>
}

/** Ignores case, punctuation and spaces. */
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

/** The smallest hashes of a set, sorted: a sample that does not depend on the order of the words. */
export function sketchOf(shingles: ReadonlySet<number>): string {
  const smallest = [...shingles].sort((a, b) => a - b).slice(0, sample)
  return smallest.map((value) => value.toString(16).padStart(5, '0')).join('')
}

export function readSketch(sketch: string): number[] {
  return (sketch.match(/.{5}/g) ?? []).map((digits) => Number.parseInt(digits, 16))
}

/** Hash of an exact wording: the first 64 bits of SHA-256. */
export const hashOf = (wording: string): string => hash('sha256', wording, 'hex').slice(0, 16)

/** FNV-1a with the finaliser of MurmurHash3, cut to 20 bits, so that many word pairs share a hash. */
function hash20(words: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 12
}
