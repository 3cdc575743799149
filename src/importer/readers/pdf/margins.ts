/** What stands in the margins beside the text: counted lines and paragraphs, pages of other prints, words. */
import type { Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import type { Box, Piece } from './page-model.ts'
import type { RawPage } from './raw-page.ts'

export interface Margins {
  /** Without what stands in the margins. */
  pages: RawPage[]
  remarks: Remark[]
}

/** Numbers in the margin are left out, words in the margin stand in the report. */
export function withoutMargins(pages: readonly RawPage[]): Margins {
  const found = withShortPages(pages, pages.map(marginal))
  const all = found.flatMap(({ pieces }) => pieces)
  const numbers = all.filter(({ text }) => isCount(text))
  // A single number may be of a heading or a formula; small ones and those that recur are counts.
  const isCounted =
    numbers.length > 2 ||
    found.some(({ pieces, size }) =>
      pieces.some((one) => isCount(one.text) && one.size < 0.85 * size),
    )
  const dropped = new Set(isCounted ? all : all.filter(({ text }) => !isCount(text)))
  if (dropped.size === 0) return { pages: [...pages], remarks: [] }
  return {
    pages: pages.map((page) => ({
      ...page,
      pieces: page.pieces.filter((piece) => !dropped.has(piece)),
    })),
    remarks: pages.flatMap((page, i) =>
      remarksOn(
        page.number,
        found[i]!.pieces.filter((piece) => dropped.has(piece)),
      ),
    ),
  }
}

const isCount = (text: string): boolean =>
  /^[[(|]?(?:S\.|Bl\.|fol\.|\d{1,4}[rv]?)[\])|]?$/u.test(text.trim()) ||
  /^[[(]?S\.\s?\d{1,4}[\])]?$/.test(text.trim())

interface Marginal {
  pieces: Piece[]
  size: number
  /** Of the text; null: too little stands on the page. */
  box: Box | null
}

/** Pieces that stand wholly beside the text, on pages with a text to stand beside. */
function marginal({ pieces }: RawPage): Marginal {
  const size = textSize(pieces)
  const box = textBox(pieces, size)
  return { pieces: box ? beside(pieces, box, size) : [], size, box }
}

/** On pages with few lines, numbers beside them where other pages have their counts. */
function withShortPages(pages: readonly RawPage[], found: readonly Marginal[]): Marginal[] {
  return found.map((own, i) => {
    const small = smallBeside(pages[i]!).filter((piece) => !own.pieces.includes(piece))
    if (small.length > 0)
      return { ...own, size: textSize(pages[i]!.pieces), pieces: [...own.pieces, ...small] }
    if (own.box) return own
    // Outer margins are those of the page before last.
    const nearest = [i - 2, i + 2, i - 1, i + 1].find((at) =>
      found[at]?.pieces.some(({ text }) => isCount(text)),
    )
    const model = nearest === undefined ? undefined : found[nearest]
    if (!model?.box) return own
    const { box, size } = model
    const lines = pages[i]!.pieces.filter(
      (piece) => Math.abs(piece.size - size) < 0.05 * size && !isCount(piece.text),
    )
    const isIn = lines.every(({ x, right }) => x > box.x - size && right < box.right + size)
    if (lines.length === 0 || !isIn) return own
    const heights = lines.map(({ y }) => y)
    const short = { ...box, y: Math.min(...heights) - size, bottom: Math.max(...heights) + size }
    const numbers = beside(pages[i]!.pieces, short, size).filter(({ text }) => isCount(text))
    return { ...own, size, pieces: numbers }
  })
}

/** Small numbers beside all other words of a page, on the lines of some. */
function smallBeside({ pieces }: RawPage): Piece[] {
  const size = textSize(pieces)
  const words = pieces.filter(({ text }) => !isCount(text))
  const [left, right] = [
    Math.min(...words.map(({ x }) => x)),
    Math.max(...words.map((piece) => piece.right)),
  ]
  return pieces.filter(
    (piece) =>
      isCount(piece.text) &&
      piece.size < 0.8 * size &&
      (piece.right <= left - 0.3 * size || piece.x >= right + 0.3 * size) &&
      words.some((word) => Math.abs(word.y - piece.y) < 1 && word.size > 0.9 * size),
  )
}

/** The largest size of many of the characters. */
function textSize(pieces: readonly Piece[]): number {
  const length = (own: readonly Piece[]) => own.reduce((sum, { text }) => sum + text.length, 0)
  const all = length(pieces)
  const sizes = [...Map.groupBy(pieces, ({ size }) => size)]
  return Math.max(0, ...sizes.flatMap(([size, own]) => (length(own) > 0.15 * all ? [size] : [])))
}

function beside(pieces: readonly Piece[], box: Box, size: number): Piece[] {
  return pieces.filter((piece) => {
    const isBeside = piece.right <= box.x - 0.3 * size || piece.x >= box.right + 0.3 * size
    if (!isBeside || piece.y < box.y || piece.y > box.bottom) return false
    const isSmall = piece.size < 0.95 * size
    if (!isSmall && !(isCount(piece.text) && piece.size < 1.05 * size)) return false
    // Rows of small print that reach into the margin are tables.
    return !pieces.some(
      (other) =>
        Math.abs(other.y - piece.y) < 1 &&
        other.size < 1.15 * piece.size &&
        other.x > box.x - 1 &&
        other.right < box.right + 1 &&
        other.text.trim().length > 3,
    )
  })
}

/** Where lines of the running text stand; null: too few of them. */
function textBox(pieces: readonly Piece[], size: number): Box | null {
  const body = pieces.filter(
    (piece) => Math.abs(piece.size - size) < 0.05 * size && !isCount(piece.text),
  )
  const rows = [...Map.groupBy(body, ({ y }) => Math.round(y)).values()]
  if (rows.length < 4) return null
  const starts = rows.map((row) => Math.min(...row.map(({ x }) => x))).sort((a, b) => a - b)
  const ends = rows.map((row) => Math.max(...row.map(({ right }) => right))).sort((a, b) => b - a)
  const heights = rows.map(([piece]) => piece!.y)
  return {
    x: starts[0]!,
    right: ends[0]!,
    y: Math.min(...heights) - 2 * size,
    bottom: Math.max(...heights) + size,
  }
}

function remarksOn(page: number, pieces: readonly Piece[]): Remark[] {
  const at = { kind: 'page' as const, page, line: 1 }
  const [counts, words] = [[] as string[], [] as string[]]
  for (const { text } of pieces) (isCount(text) ? counts : words).push(text.trim())
  return [
    ...(counts.length > 0
      ? [
          remark(
            'dropped',
            at,
            `Zahlen am Rand der Seite weggelassen: ${quoted(counts.join(' '), 200)}.`,
          ),
        ]
      : []),
    ...(words.length > 0
      ? [
          question(
            'dropped',
            at,
            `Wörter am Rand der Seite weggelassen: ${quoted(words.join(' '), Infinity)}.`,
          ),
        ]
      : []),
  ]
}
