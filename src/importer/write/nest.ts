import type { Mark, Point } from '../imported-text.ts'

/** Marks that become links, which Markdown does not nest; the earlier kind wins over the later. */
const rank = { work: 0, link: 1, lang: 2, strong: 3, emphasis: 4 } as const
const isLinked = ({ kind }: Mark) => rank[kind] < rank.strong

/**
 * The same marks without overlaps: links lie side by side and break at points, emphasis lies wholly
 * inside or outside of a link. Every mark begins and ends with a word, not with a space.
 */
export function nested(text: string, marks: readonly Mark[], points: readonly Point[]): Mark[] {
  const byRank = [...marks].sort((a, b) => rank[a.kind] - rank[b.kind] || a.from - b.from)
  const kept: Mark[] = []
  for (const mark of byRank) {
    let pieces: Mark[] = [mark]
    if (isLinked(mark)) {
      pieces = cut(
        pieces,
        points.map(({ index }) => index),
      )
      // A printed address inside the words for a work stays words.
      if (mark.kind === 'link' && kept.some((work) => work.kind === 'work' && covers(work, mark)))
        continue
      for (const other of kept) pieces = pieces.flatMap((piece) => without(piece, other))
    } else
      for (const other of kept)
        if (!covers(other, mark) && !covers(mark, other))
          pieces = cut(pieces, [other.from, other.to])
    kept.push(...pieces.map((piece) => tight(text, piece)).filter(({ from, to }) => from < to))
  }
  return kept
}

const covers = (outer: Mark, inner: Mark) => outer.from <= inner.from && inner.to <= outer.to

/** The pieces of marks between cuts. */
function cut(marks: readonly Mark[], at: readonly number[]): Mark[] {
  return marks.flatMap((mark) => {
    const inside = at.filter((index) => mark.from < index && index < mark.to)
    const edges = [mark.from, ...inside.sort((a, b) => a - b), mark.to]
    return edges.slice(1).map((to, i) => ({ ...mark, from: edges[i]!, to }))
  })
}

function without(mark: Mark, other: Mark): Mark[] {
  if (other.to <= mark.from || mark.to <= other.from) return [mark]
  return [
    { ...mark, to: other.from },
    { ...mark, from: other.to },
  ].filter(({ from, to }) => from < to)
}

function tight(text: string, mark: Mark): Mark {
  let { from, to } = mark
  while (from < to && text[from] === ' ') from += 1
  while (to > from && text[to - 1] === ' ') to -= 1
  return { ...mark, from, to }
}
