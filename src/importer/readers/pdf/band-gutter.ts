/** The gutter of a page that has two columns only in a part of its height, as below a title and an abstract. */
import type { Gutter, Piece } from './page-model.ts'
import type { RawPage } from './raw-page.ts'

/** Rows that stand beside each other without a word between them. */
const leastRows = 5
/** Mean share of its column that a line fills. */
const leastFilled = 0.75
/** Mean number of characters in a line. */
const leastLetters = 16

interface Band {
  left: Piece[]
  right: Piece[]
}

export function bandGutterOf({ pieces }: RawPage): Gutter | null {
  const words = pieces.filter(({ text }) => text.trim() !== '')
  if (words.length < 2 * leastRows) return null
  const from = Math.min(...words.map(({ x }) => x))
  const to = Math.max(...words.map(({ right }) => right))
  const sorted = words.toSorted((a, b) => a.y - b.y)
  let best: { bands: Band[]; rows: number } | null = null
  for (let at = from + 0.3 * (to - from); at <= from + 0.7 * (to - from); at += 2) {
    const bands = bandsAt(sorted, at)
    const rows = bands.reduce((sum, band) => sum + rowsIn(band), 0)
    if (rows >= leastRows && (!best || rows > best.rows)) best = { bands, rows }
  }
  if (!best) return null
  const gutter = {
    left: Math.max(...best.bands.flatMap(({ left }) => left.map(({ right }) => right))),
    right: Math.min(...best.bands.flatMap(({ right }) => right.map(({ x }) => x))),
  }
  const isWide = gutter.right - gutter.left > 0.7 * sizeOf(best.bands)
  return isWide && best.bands.every((band) => isText(band, gutter)) ? gutter : null
}

/** Heights without a word over `at`, with lines on both sides. */
function bandsAt(sorted: readonly Piece[], at: number): Band[] {
  const bands: Band[] = []
  let band: Band = { left: [], right: [] }
  for (const piece of sorted) {
    if (piece.right <= at) band.left.push(piece)
    else if (piece.x >= at) band.right.push(piece)
    else {
      bands.push(band)
      band = { left: [], right: [] }
    }
  }
  return [...bands, band].filter((one) => rowsIn(one) >= leastRows)
}

const rowsOf = (pieces: readonly Piece[]) => Map.groupBy(pieces, ({ y }) => Math.round(y))

const rowsIn = ({ left, right }: Band): number => Math.min(rowsOf(left).size, rowsOf(right).size)

const sizeOf = (bands: readonly Band[]): number => {
  const sizes = bands.flatMap(({ left }) => left.map(({ size }) => size)).sort((a, b) => a - b)
  return sizes[sizes.length >> 1]!
}

/** Whether both sides are filled with lines, and do not stand in rows as those of a table. */
function isText({ left, right }: Band, gutter: Gutter): boolean {
  const start = Math.min(...left.map(({ x }) => x))
  const end = Math.max(...right.map((piece) => piece.right))
  return (
    isFilled(left, gutter.left - start) &&
    isFilled(right, end - gutter.right) &&
    stepsIn(left).filter((y) => stepsIn(right).some((other) => Math.abs(other - y) < 2)).length < 2
  )
}

function isFilled(pieces: readonly Piece[], width: number): boolean {
  const rows = [...rowsOf(pieces).values()]
  const mean = (value: (row: Piece[]) => number) =>
    rows.reduce((sum, row) => sum + value(row), 0) / rows.length
  const filled = mean(
    (row) => Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ x }) => x)),
  )
  const letters = mean((row) => row.reduce((sum, { text }) => sum + text.length, 0))
  return filled > leastFilled * width && letters > leastLetters
}

/** Heights of lines farther below the one above than most are. */
function stepsIn(pieces: readonly Piece[]): number[] {
  const heights = [...rowsOf(pieces).keys()].sort((a, b) => a - b)
  const steps = heights.slice(1).map((y, i) => y - heights[i]!)
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1]!
  return heights.slice(1).filter((_, i) => steps[i]! > 1.25 * usual)
}
