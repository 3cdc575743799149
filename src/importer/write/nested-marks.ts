import { addAll } from '../add-all.ts'
import type { Mark } from '../imported-text.ts'
import { indexEndingAfter } from '../ranges.ts'

/** Kinds listed earlier win: formulas, what becomes a link and cannot be nested in Markdown, the rest. */
const kinds = [
  'formula',
  'work',
  'link',
  'lang',
  'strong',
  'emphasis',
  'small-caps',
  'superscript',
  'subscript',
] as const
const linked = new Set<Mark['kind']>(['work', 'link', 'lang'])

/**
 * Removes overlaps of marks: links do not overlap and are split at points, emphasis is wholly inside or outside of a
 * link. No mark begins or ends with a space. A formula with a call or a page inside it stays words. Outermost first; of
 * two marks on the same words a link is the inner one.
 */
export function nested(text: string, marks: readonly Mark[], points: readonly number[]): Mark[] {
  const byKind = Map.groupBy(marks, ({ kind }) => kind)
  let kept: Mark[] = []
  for (const kind of kinds) {
    const own = (byKind.get(kind) ?? [])
      .filter(
        (mark) => mark.kind !== 'formula' || !points.some((at) => mark.from < at && at < mark.to),
      )
      .toSorted(outermostFirst)
    if (own.length === 0) continue
    const pieces = linked.has(kind) ? apart(own, kept, points) : cutAtCrossings(own, kept)
    const tidy = pieces.map((piece) => tight(text, piece)).filter(({ from, to }) => from < to)
    kept = [...kept, ...tidy].sort(outermostFirst)
  }
  return kept
}

function outermostFirst(a: Mark, b: Mark): number {
  const links = Number(linked.has(a.kind)) - Number(linked.has(b.kind))
  return a.from - b.from || b.to - a.to || links
}

/** Links without what is in links of kinds before, and without overlaps; `kept` and `marks` are in order. */
function apart(marks: readonly Mark[], kept: readonly Mark[], points: readonly number[]): Mark[] {
  const pieces: Mark[] = []
  let end = 0
  for (const mark of marks) {
    let i = indexEndingAfter(kept, mark.from)
    // An address inside the words of a work mark is not a link.
    if (mark.kind === 'link' && kept[i]?.kind === 'work' && covers(kept[i]!, mark)) continue
    let from = Math.max(mark.from, end)
    for (; kept[i] && kept[i]!.from < mark.to; i += 1) {
      if (from < kept[i]!.from) addAll(pieces, cut({ ...mark, from, to: kept[i]!.from }, points))
      from = Math.max(from, kept[i]!.to)
    }
    if (from < mark.to) addAll(pieces, cut({ ...mark, from }, points))
    end = Math.max(end, mark.to)
  }
  return pieces
}

/** Splits marks where one of `kept` begins or ends, unless one contains the other. All are in order. */
function cutAtCrossings(marks: readonly Mark[], kept: readonly Mark[]): Mark[] {
  const whole = laminar(marks)
  const cuts = whole.map((): number[] => [])
  const open: Mark[] = []
  let next = 0
  for (const [i, mark] of whole.entries()) {
    for (; next < kept.length && kept[next]!.from < mark.from; next += 1) {
      while (open.length > 0 && open.at(-1)!.to <= kept[next]!.from) open.pop()
      open.push(kept[next]!)
    }
    while (open.length > 0 && open.at(-1)!.to <= mark.from) open.pop()
    for (let at = open.length - 1; at >= 0 && open[at]!.to < mark.to; at -= 1)
      cuts[i]!.push(open[at]!.to)
  }
  const byEnd = (a: Mark, b: Mark) => b.to - a.to || a.from - b.from
  const ends = kept.toSorted(byEnd)
  open.length = 0
  next = 0
  for (const i of whole.map((_, i) => i).sort((a, b) => byEnd(whole[a]!, whole[b]!))) {
    const mark = whole[i]!
    for (; next < ends.length && ends[next]!.to > mark.to; next += 1) {
      while (open.length > 0 && open.at(-1)!.from >= ends[next]!.to) open.pop()
      open.push(ends[next]!)
    }
    while (open.length > 0 && open.at(-1)!.from >= mark.to) open.pop()
    for (let at = open.length - 1; at >= 0 && open[at]!.from > mark.from; at -= 1)
      cuts[i]!.push(open[at]!.from)
  }
  return whole.flatMap((mark, i) =>
    cut(
      mark,
      cuts[i]!.sort((a, b) => a - b),
    ),
  )
}

/** Splits marks of one kind that overlap without one being inside the other. */
function laminar(marks: readonly Mark[]): Mark[] {
  const pieces: Mark[] = []
  const open: Mark[] = []
  for (const mark of marks) {
    while (open.length > 0 && open.at(-1)!.to <= mark.from) open.pop()
    const outer = open.at(-1)
    const to = outer ? Math.min(outer.to, mark.to) : mark.to
    const piece = { ...mark, to }
    pieces.push(piece)
    open.push(piece)
    if (to === mark.to) continue
    // The part behind the outer mark extends the outer mark: it has the same meaning.
    const rest = open[0]!
    if (rest.to < mark.to) rest.to = mark.to
  }
  return pieces
}

const covers = (outer: Mark, inner: Mark) => outer.from <= inner.from && inner.to <= outer.to

/** Splits a mark at indices, which are in order. */
function cut(mark: Mark, at: readonly number[]): Mark[] {
  const edges = [mark.from]
  let low = 0
  for (let high = at.length; low < high;) {
    const middle = (low + high) >> 1
    if (at[middle]! > mark.from) high = middle
    else low = middle + 1
  }
  for (; low < at.length && at[low]! < mark.to; low += 1)
    if (at[low] !== edges.at(-1)) edges.push(at[low]!)
  return edges.map((from, i) => ({ ...mark, from, to: edges[i + 1] ?? mark.to }))
}

function tight(text: string, mark: Mark): Mark {
  let { from, to } = mark
  while (from < to && text[from] === ' ') from += 1
  while (to > from && text[to - 1] === ' ') to -= 1
  return { ...mark, from, to }
}
