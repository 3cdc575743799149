import type { RawPage } from './raw-page.ts'
import { rowsOf, type Row } from './rows.ts'
import type { Column, Line, Page, Piece } from './page-model.ts'

/** A gap between two columns, somewhere in the middle of the page. */
interface Gutter {
  left: number
  right: number
}

/** Pieces → lines in reading order: of two columns, the left one first; lines over both divide the page. */
export function pagesOf(raw: readonly RawPage[], columns: 1 | 2 | null): Page[] {
  const read = raw.map((page) => {
    const rows = rowsOf(page.pieces)
    return { page, rows, gutter: columns === 1 ? null : gutterOf(page, rows, columns === 2) }
  })
  const withGutter = read.filter(({ gutter }) => gutter).length
  const isTwo =
    columns === 2 || withGutter > 0.5 * read.filter(({ rows }) => rows.length > 8).length
  return read.map(({ page, rows, gutter }) => {
    const whole = columnOf('whole', page)
    const lines =
      isTwo && gutter
        ? inTwoColumns(page, rows, gutter)
        : rows.map((row) => lineOf(page, row, whole))
    for (const [i, line] of lines.entries()) line.number = i + 1
    const { number, width, height, rules } = page
    return { number, width, height, rules, lines }
  })
}

/** Size of most of the characters. */
export function sizeOf(pieces: readonly Piece[]): number {
  const sizes = new Map<number, number>()
  for (const { size, text, raised } of pieces)
    sizes.set(size, (sizes.get(size) ?? 0) + (raised ? 0.01 : 1) * text.length)
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Edges are set when the text is known (measures.ts). */
const columnOf = (slot: Column['slot'], { width }: RawPage): Column => ({
  slot,
  left: 0,
  right: width,
})

function lineOf({ number }: RawPage, { pieces, y }: Row, column: Column): Line {
  const [x, right] = extent(pieces)
  return {
    page: number,
    number: 0,
    pieces,
    x,
    right,
    y,
    size: sizeOf(pieces),
    column,
    edge: right,
    block: null,
  }
}

const extent = (pieces: readonly Piece[]): [number, number] => [
  Math.min(...pieces.map(({ x }) => x)),
  Math.max(...pieces.map(({ right }) => right)),
]

/** The strip without words that most rows of a page have in its middle, with words on both sides. */
function gutterOf(page: RawPage, rows: readonly Row[], forced: boolean): Gutter | null {
  if (rows.length < 4) return null
  const [left, right] = extent(rows.flatMap(({ pieces }) => pieces))
  const width = right - left
  const step = 2
  let best: { at: number; score: number } | null = null
  for (let at = left + 0.35 * width; at <= left + 0.65 * width; at += step) {
    let both = 0
    let across = 0
    for (const { pieces } of rows) {
      if (pieces.some(({ x, right }) => x < at - 1 && right > at + 1)) across += 1
      else if (pieces.some(({ right }) => right <= at + 1) && pieces.some(({ x }) => x >= at - 1))
        both += 1
    }
    const score = both - across
    if (!best || score > best.score) best = { at, score }
  }
  if (!best || best.score < (forced ? 1 : Math.max(4, 0.3 * rows.length))) return null
  const { at } = best
  const beside = rows.filter(({ pieces }) => !pieces.some(({ x, right }) => x < at && right > at))
  const ends = beside.flatMap(({ pieces }) =>
    pieces.filter(({ right }) => right <= at).map(({ right }) => right),
  )
  const starts = beside.flatMap(({ pieces }) => pieces.filter(({ x }) => x >= at).map(({ x }) => x))
  if (ends.length === 0 || starts.length === 0) return null
  const gutter = { left: Math.max(...ends), right: Math.min(...starts) }
  const isWide = gutter.right - gutter.left >= 0.01 * page.width
  return isWide || forced ? gutter : null
}

/** Bands between rows over the whole width: the left column of a band, then its right one. */
function inTwoColumns(page: RawPage, rows: readonly Row[], gutter: Gutter): Line[] {
  const middle = (gutter.left + gutter.right) / 2
  const [whole, first, second] = (['whole', 'left', 'right'] as const).map((slot) =>
    columnOf(slot, page),
  ) as [Column, Column, Column]
  const lines: Line[] = []
  let left: Line[] = []
  let right: Line[] = []
  const flush = () => {
    lines.push(...left, ...right)
    left = []
    right = []
  }
  for (const row of rows) {
    const isAcross = row.pieces.some((piece) => piece.x < gutter.left && piece.right > gutter.right)
    const before = row.pieces.filter((piece) => piece.x < middle)
    const behind = row.pieces.filter((piece) => piece.x >= middle)
    if (isAcross) {
      flush()
      lines.push(lineOf(page, row, whole))
      continue
    }
    if (before.length > 0) left.push(lineOf(page, { ...row, pieces: before }, first))
    if (behind.length > 0) right.push(lineOf(page, { ...row, pieces: behind }, second))
  }
  flush()
  return lines
}
