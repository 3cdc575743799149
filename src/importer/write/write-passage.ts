import type { Mark, Passage, Point } from '../imported-text.ts'
import { escaped } from './escape.ts'
import { nested } from './nest.ts'

/** A passage as Markdown on one line. Pages are written where `firstPage`, the number of page 0, is known. */
export function writePassage(passage: Passage, firstPage: number | null): string {
  const points = passage.points.filter(({ kind }) => kind === 'call' || firstPage !== null)
  const marks = nested(passage.text, passage.marks, points)
  const context = { text: passage.text, points, firstPage }
  return write(context, marks, 0, passage.text.length, false, true)
}

interface Context {
  text: string
  /** Points not yet written, in order. */
  points: Point[]
  firstPage: number | null
}

/** Writes `from` to `to`; points at the very end are left to what follows, unless this is the `last` stretch. */
function write(
  context: Context,
  marks: readonly Mark[],
  from: number,
  to: number,
  inLink: boolean,
  last: boolean,
): string {
  const [first, ...rest] = [...marks].sort(outermostFirst)
  if (!first) return plain(context, from, to, { inLink, atEnd: last, beforeBracket: false })
  const inside = rest.filter((mark) => mark.from >= first.from && mark.to <= first.to)
  const after = rest.filter((mark) => !inside.includes(mark))
  const opens = { inLink, atEnd: true, beforeBracket: isLink(first) }
  const before = plain(context, from, first.from, opens)
  const content = write(context, inside, first.from, first.to, inLink || isLink(first), false)
  return before + wrapped(first, content) + write(context, after, first.to, to, inLink, last)
}

/** Of two marks on the same words emphasis stands outside. */
function outermostFirst(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to || Number(isLink(a)) - Number(isLink(b))
}

const isLink = ({ kind }: Mark): boolean => kind === 'work' || kind === 'link' || kind === 'lang'

function wrapped(mark: Mark, content: string): string {
  switch (mark.kind) {
    case 'emphasis':
      return `*${content}*`
    case 'strong':
      return `**${content}**`
    case 'lang':
      return `[${content}](lang:${mark.tag})`
    case 'work':
      return `[${content}](work:${mark.key})`
    case 'link':
      return `[${content}](${destination(mark.url)})`
  }
}

function destination(url: string): string {
  const safe = url.replace(/[\\<>\s]/g, (sign) => encodeURIComponent(sign))
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

/** Words without marks, with the points that stand among them. */
function plain(
  { text, points, firstPage }: Context,
  from: number,
  to: number,
  { inLink, atEnd, beforeBracket }: { inLink: boolean; atEnd: boolean; beforeBracket: boolean },
): string {
  let out = ''
  let at = from
  let afterBracket = false
  while (points[0] && (points[0].index < to || (atEnd && points[0].index === to))) {
    const point = points.shift()!
    out += escaped({
      text,
      from: at,
      to: point.index,
      inLink,
      beforeBracket: point.kind === 'page',
      afterBracket,
    })
    afterBracket = true
    at = point.index
    out += point.kind === 'call' ? `[^${point.label}]` : `[](page:${firstPage! + point.page})`
  }
  return out + escaped({ text, from: at, to, inLink, beforeBracket, afterBracket })
}
