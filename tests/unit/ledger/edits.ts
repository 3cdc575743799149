import type { Unit } from '../../../src/edition/ledger/index.ts'
import type { Random } from './random.ts'

/** A word and the number of the paragraph that it comes from; null if it is new. */
interface Word {
  word: string
  of: string | null
}

/** A paragraph that records for each word where it comes from. */
export interface Traced {
  kind: Unit['kind']
  words: Word[]
  /** More than a third of it has been replaced since the last freeze. */
  reworded: boolean
}

export const wordingOf = ({ words }: Traced): string => words.map(({ word }) => word).join(' ')

export const trace = (
  { kind, wording }: Pick<Unit, 'kind' | 'wording'>,
  of: string | null,
): Traced => ({
  kind,
  words: wording.split(' ').map((word) => ({ word, of })),
  reworded: false,
})

export type Edit = 'insert' | 'delete' | 'split' | 'join' | 'move' | 'reword'
const kinds: readonly Edit[] = ['insert', 'delete', 'split', 'join', 'move', 'reword', 'reword']

/**
 * Makes one random edit in place.
 * @param pool paragraphs that are not in the text. Inserted ones are removed from it, since a second copy would be
 *   recognised as the same paragraph
 */
export function edit(text: Traced[], pool: string[], { below, pick }: Random): Edit {
  const kind = pick(kinds)
  const at = below(text.length)
  const paragraph = text[at]!
  const { words } = paragraph
  switch (kind) {
    case 'insert': {
      const [wording] = pool.splice(below(pool.length), 1)
      text.splice(below(text.length + 1), 0, trace({ kind: 'paragraph', wording: wording! }, null))
      return kind
    }
    case 'delete':
      text.splice(at, 1)
      return kind
    case 'move': {
      text.splice(at, 1)
      text.splice(below(text.length + 1), 0, paragraph)
      return kind
    }
    case 'join': {
      const next = text[at + 1]
      if (next) text.splice(at, 2, { ...paragraph, words: [...words, ...next.words] })
      return kind
    }
    case 'split': {
      const ends = words.flatMap(({ word }, i) =>
        /[.?!]$/.test(word) && i < words.length - 1 ? [i + 1] : [],
      )
      if (ends.length === 0) return kind
      const end = pick(ends)
      text.splice(
        at,
        1,
        { ...paragraph, words: words.slice(0, end) },
        { ...paragraph, words: words.slice(end) },
      )
      return kind
    }
    case 'reword':
      if (!paragraph.reworded) text[at] = { ...paragraph, words: reword(words), reworded: true }
      return kind
  }

  /** Replaces up to a third of the words, scattered or in a run, by fewer or more words. */
  function reword(given: readonly Word[]): Word[] {
    const count = below(Math.floor(given.length / 3) + 1)
    const start = below(given.length - count + 1)
    const places = new Set<number>()
    const scattered = below(2) === 0
    while (places.size < count) places.add(scattered ? below(given.length) : start + places.size)
    const other = pick(pool).split(' ')
    return given.flatMap((word, i) => {
      if (!places.has(i)) return [word]
      const replacement = { word: pick(other), of: null }
      return pick([
        [replacement],
        [replacement],
        [replacement, { word: pick(other), of: null }],
        [],
      ])
    })
  }
}
