import { readId } from '../../contract/ids.ts'
import type { Annotation } from './model.ts'

/** In the order of the text: paragraphs by number (2, 2a, 3), then its notes; within one by position. */
export function byPlace(a: Annotation, b: Annotation): number {
  const [first, other] = [a.parts[0]!, b.parts[0]!]
  return byId(first.id, other.id) || first.start - other.start || (a.created < b.created ? -1 : 1)
}

export function byId(a: string, b: string): number {
  if (a === b) return 0
  const [x, y] = [rank(a), rank(b)]
  return (
    x.kind - y.kind ||
    x.number - y.number ||
    (x.letter < y.letter ? -1 : x.letter > y.letter ? 1 : 0)
  )
}

interface Rank {
  kind: number
  number: number
  letter: string
}

const ranks = new Map<string, Rank>()

/** Cached: a sort of thousands of entries compares the same few ids. */
function rank(id: string): Rank {
  const known = ranks.get(id)
  if (known) return known
  const place = readId(id)
  const [, number, letter = ''] = /^(\d*)(.*)$/.exec(place?.label ?? '') ?? []
  const read = { kind: place?.kind === 'paragraph' ? 0 : 1, number: Number(number || 0), letter }
  ranks.set(id, read)
  return read
}

/** Lists by key, in the order in which keys first occur. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
