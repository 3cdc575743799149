import type { PhrasingContent } from 'mdast'
import type { Mark, Passage } from '../imported-text.ts'

/**
 * Converts a passage to phrasing content. Calls and pages at the boundary of a mark are placed outside of it; pages
 * without a number are omitted.
 */
export function phrasingOf(passage: Passage): PhrasingContent[] {
  const { text } = passage
  const points = passage.points.filter((point) => point.kind === 'call' || point.label !== null)
  const marks = nested(
    text,
    passage.marks,
    points.map(({ index }) => index),
  ).sort(outermostFirst)
  const stops = new Set(
    [...marks, ...points.map(({ index }) => ({ from: index, to: index }))].flatMap(
      ({ from, to }) => [from, to],
    ),
  )
  const whole: PhrasingContent[] = []
  const open = [{ children: whole, to: Infinity }]
  let at = 0
  let point = 0
  let mark = 0
  for (const stop of [...stops.add(text.length)].sort((a, b) => a - b)) {
    if (stop > at) open.at(-1)!.children.push({ type: 'text', value: text.slice(at, stop) })
    at = stop
    while (open.at(-1)!.to <= stop) open.pop()
    for (; points[point] && points[point]!.index <= stop; point += 1)
      open.at(-1)!.children.push(pointNode(points[point]!))
    for (; marks[mark] && marks[mark]!.from <= stop; mark += 1) {
      const node = markNode(marks[mark]!)
      open.at(-1)!.children.push(node)
      open.push({ children: node.children, to: marks[mark]!.to })
    }
  }
  return whole
}

function pointNode(point: Passage['points'][number]): PhrasingContent {
  if (point.kind === 'page') return { type: 'pageBreak', value: point.label ?? '' }
  return { type: 'footnoteReference', identifier: point.label, label: point.label }
}

function markNode(mark: Mark): Extract<PhrasingContent, { children: PhrasingContent[] }> {
  const children: PhrasingContent[] = []
  switch (mark.kind) {
    case 'emphasis':
    case 'strong':
      return { type: mark.kind, children }
    case 'small-caps':
    case 'superscript':
    case 'subscript':
      return { type: 'styled', style: mark.kind, children }
    case 'lang':
      return { type: 'foreign', language: mark.tag, children }
    case 'work':
      return { type: 'workRef', work: mark.key, children }
    case 'link':
      return { type: 'link', url: mark.url, children }
  }
}

/** Of two marks on the same words a link is the inner one. */
function outermostFirst(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to || Number(isLinked(a)) - Number(isLinked(b))
}

/** Marks that become links, which cannot be nested in Markdown; kinds listed earlier win. */
const rank = {
  work: 0,
  link: 1,
  lang: 2,
  strong: 3,
  emphasis: 4,
  'small-caps': 5,
  superscript: 6,
  subscript: 7,
} as const
const isLinked = ({ kind }: Mark) => rank[kind] < rank.strong

/**
 * Removes overlaps of marks: links do not overlap and are split at points, emphasis is wholly inside or outside of a
 * link. No mark begins or ends with a space.
 */
function nested(text: string, marks: readonly Mark[], points: readonly number[]): Mark[] {
  const byRank = [...marks].sort((a, b) => rank[a.kind] - rank[b.kind] || a.from - b.from)
  const kept: Mark[] = []
  for (const mark of byRank) {
    let pieces: Mark[] = [mark]
    if (isLinked(mark)) {
      pieces = cut(pieces, points)
      // An address inside the words of a work mark is not a link.
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

/** Splits marks at the given indices. */
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
