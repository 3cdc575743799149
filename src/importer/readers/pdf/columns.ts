import type { RawPage } from './raw-page.ts'
import { rowsOf, type Row } from './rows.ts'
import { guttersOf } from './gutter.ts'
import type { Column, Gutter, Line, Page, Piece } from './page-model.ts'

/** Pieces → lines in reading order: of two columns, the left one first; lines over both divide the page. */
export function pagesOf(raw: readonly RawPage[], columns: 1 | 2 | null): Page[] {
  const gutters = guttersOf(raw, columns)
  return raw.map((page, i) => {
    const gutter = gutters[i]!
    const lines = gutter ? inTwoColumns(page, gutter) : inOneColumn(page)
    for (const [i, line] of lines.entries()) line.number = i + 1
    const { number, width, height, rules } = page
    return { number, width, height, rules, lines }
  })
}

function inOneColumn(page: RawPage): Line[] {
  const whole = columnOf('whole', page)
  return rowsOf(page.pieces).map((row) => lineOf(page, row, whole))
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

/** Bands between rows over the whole width: the left column of a band, then its right one. */
function inTwoColumns(page: RawPage, gutter: Gutter): Line[] {
  const middle = (gutter.left + gutter.right) / 2
  const [whole, first, second] = (['whole', 'left', 'right'] as const).map((slot) =>
    columnOf(slot, page),
  ) as [Column, Column, Column]
  const across = piecesAcross(page.pieces, gutter)
  const beside = page.pieces.filter((piece) => !across.has(piece))
  const wide = rowsOf([...across])
  const [left, right] = [
    rowsOf(beside.filter(({ x }) => x < middle)),
    rowsOf(beside.filter(({ x }) => x >= middle)),
  ]
  const lines: Line[] = []
  let from = -Infinity
  for (const row of [...wide, null]) {
    const to = row?.y ?? Infinity
    const inBand = ({ y }: Row) => y > from && y <= to
    lines.push(
      ...left.filter(inBand).map((own) => lineOf(page, own, first)),
      ...right.filter(inBand).map((own) => lineOf(page, own, second)),
    )
    if (row) lines.push(lineOf(page, row, whole))
    from = to
  }
  return lines
}

/** Words over the gutter, all on their lines, and shorter lines with which their paragraphs end. */
function piecesAcross(pieces: readonly Piece[], { left, right }: Gutter): Set<Piece> {
  const across = new Set<Piece>()
  // Ragged lines may run a little into the gutter.
  const inner = 0.4 * (right - left)
  const add = (y: number, size: number) => {
    for (const piece of pieces)
      if (Math.abs(piece.y - y) < 0.45 * Math.max(size, piece.size)) across.add(piece)
  }
  for (const piece of pieces)
    if (piece.x < right - inner && piece.right > left + inner && !across.has(piece))
      add(piece.y, piece.size)
  for (const row of rowsOf([...across]))
    for (const next of rowsOf(pieces.filter(({ y }) => y > row.y && y < row.y + 1.7 * row.size))) {
      const isAlone = !pieces.some(
        ({ x, y, size }) => x >= right - 1 && y > next.y - 1.1 * size && y < next.y + 1.1 * size,
      )
      const goesOn = Math.abs(next.pieces[0]!.x - row.pieces[0]!.x) < 1.5 * row.size
      if (isAlone && goesOn && Math.abs(next.size - row.size) < 0.5) add(next.y, next.size)
    }
  return across
}
