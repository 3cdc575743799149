import type { CharacterRange } from '../../../contract/locator.ts'

export interface Word {
  /** With „ss“ for „ß“. */
  word: string
  start: number
  end: number
}

export interface Alike extends CharacterRange {
  /** Words to put in, take out or replace, to make one of the other. */
  edits: number
}

export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}*_]+/gu)].map(({ 0: word, index }) => ({
    word: word.replaceAll('ß', 'ss'),
    start: index,
    end: index + word.length,
  }))

/**
 * The passages of a paragraph that are like `pattern` up to `most` edits, best first, none overlapping another: by
 * Sellers’ algorithm over words, O(words × words).
 */
export function findAlike(
  pattern: readonly Word[],
  id: string,
  text: readonly Word[],
  most: number,
): Alike[] {
  const height = pattern.length
  let costs = Array.from({ length: height + 1 }, (_, i) => i)
  let starts = new Array<number>(height + 1).fill(0)
  const found: Alike[] = []
  for (let j = 1; j <= text.length; j++) {
    const nextCosts = [0]
    const nextStarts = [j]
    for (let i = 1; i <= height; i++) {
      const same = pattern[i - 1]!.word === text[j - 1]!.word
      const replaced = costs[i - 1]! + (same ? 0 : 1)
      const added = costs[i]! + 1
      const left = nextCosts[i - 1]! + 1
      const least = Math.min(replaced, added, left)
      nextCosts.push(least)
      nextStarts.push(
        least === replaced ? starts[i - 1]! : least === added ? starts[i]! : nextStarts[i - 1]!,
      )
    }
    costs = nextCosts
    starts = nextStarts
    const from = text[starts[height]!]
    if (costs[height]! <= most && from)
      found.push({ id, start: from.start, end: text[j - 1]!.end, edits: costs[height]! })
  }
  found.sort((a, b) => a.edits - b.edits || b.end - b.start - (a.end - a.start))
  return found.reduce<Alike[]>(
    (kept, span) =>
      kept.some((other) => other.start < span.end && span.start < other.end)
        ? kept
        : [...kept, span],
    [],
  )
}
