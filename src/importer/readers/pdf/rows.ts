import type { Piece } from './page-model.ts'

/** Pieces on one baseline over the whole width of the page, sorted from left to right. */
export interface Row {
  pieces: Piece[]
  y: number
  size: number
}

/** How far from a baseline pieces of the same line may stand, in sizes of the line. */
const sameBaseline = 0.16
/** From which share of the size of a line smaller words can be raised or lowered. */
const smaller = 0.88

/** Puts pieces into rows, from top to bottom; smaller pieces above or below a line belong to it. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(
      (row, i) =>
        i > rows.length - 8 &&
        Math.abs(row.y - piece.y) <= sameBaseline * Math.max(row.size, piece.size) &&
        !overlaps(row, piece),
    )
    if (row) {
      row.pieces.push(piece)
      if (piece.size > row.size) Object.assign(row, { size: piece.size, y: piece.y })
    } else rows.push({ pieces: [piece], y: piece.y, size: piece.size })
  }
  return withRaised(rows).map(sorted)
}

/** Whether the piece is printed upon words of the row. */
const overlaps = (row: Row, piece: Piece): boolean =>
  row.pieces.some(
    (own) =>
      Math.min(own.right, piece.right) - Math.max(own.x, piece.x) >
      0.6 * Math.min(own.right - own.x, piece.right - piece.x),
  )

/** Moves rows of smaller pieces into the row beside which they are raised or lowered. */
function withRaised(rows: readonly Row[]): Row[] {
  const kept: Row[] = []
  const all = [...rows]
  for (const [i, row] of all.entries()) {
    const near = [...all.slice(Math.max(0, i - 4), i), ...all.slice(i + 1, i + 5)]
    const rest: Piece[] = []
    for (const piece of row.pieces) {
      const host = near
        .filter((other) => piece.size <= smaller * other.size && isBeside(piece, other))
        .sort((a, b) => Math.abs(a.y - piece.y) - Math.abs(b.y - piece.y))[0]
      if (host) host.pieces.push({ ...piece, raised: piece.y < host.y ? 'above' : 'below' })
      else rest.push(piece)
    }
    row.pieces = rest
  }
  for (const row of all) if (row.pieces.length > 0) kept.push(row)
  return kept
}

function isBeside(piece: Piece, { pieces, y, size }: Row): boolean {
  const up = y - piece.y
  if (up < -0.35 * size || up > 0.75 * size || Math.abs(up) < 0.05 * size) return false
  // Above: on the words or directly beside them; a mark before a note may stand further off.
  return pieces.some(
    (own) =>
      own.raised === null &&
      piece.x <= own.right + 0.5 * size &&
      piece.right >= own.x - 1.6 * size &&
      own.size > piece.size,
  )
}

/** Sorts the pieces; smaller ones that stand a little higher or lower are raised or lowered. */
const sorted = (row: Row): Row => ({
  ...row,
  pieces: row.pieces
    .map((piece) =>
      piece.raised === null &&
      piece.size <= smaller * row.size &&
      Math.abs(row.y - piece.y) > 0.06 * row.size
        ? { ...piece, raised: piece.y < row.y ? ('above' as const) : ('below' as const) }
        : piece,
    )
    .sort((a, b) => a.x - b.x),
})
