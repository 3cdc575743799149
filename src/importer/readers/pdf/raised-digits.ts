/** Raised digits that a font has as glyphs of their own, on the line and as large as all others. */
import type { Piece } from './page-model.ts'
import type { Digit } from './piece-writer.ts'

/** How much narrower they are than ordinary digits. */
const narrower = 0.85

/** The digits that are raised: those with a second, narrower glyph for the same digit, and those as wide as these. */
export function raisedDigits(all: readonly Digit[]): Digit[] {
  const letters = all.filter(({ usual, width }) => usual !== null && width < narrower * usual)
  const digits = all.filter(({ usual }) => usual === null)
  const found = [...Map.groupBy(digits, ({ font }) => font).values()].flatMap((own) => {
    const widest = Math.max(...own.map(({ width }) => width))
    const raised = new Set<number>()
    const widths: number[] = []
    for (const same of Map.groupBy(own, ({ digit }) => digit).values()) {
      const most = Math.max(...same.map(({ width }) => width))
      for (const { code, width } of same)
        if (width < narrower * most && !raised.has(code)) {
          raised.add(code)
          widths.push(width)
        }
    }
    if (raised.size === 0) return []
    const isLike = (width: number) =>
      width < narrower * widest && widths.some((other) => Math.abs(other - width) < 0.03 * widest)
    return own.filter(({ code, width }) => raised.has(code) || isLike(width))
  })
  return [...found, ...letters]
}

/** The pieces, with raised digits as pieces of their own. */
export function withRaised(
  pieces: readonly Piece[],
  places: ReadonlyMap<Piece, readonly Digit[]>,
): Piece[] {
  return pieces.flatMap((piece, i) => {
    const own = places.get(piece)
    if (!own) return [piece]
    const last = pieces[i - 1]
    const isBeside = last && last.y === piece.y && piece.x - last.right < 0.1 * piece.size
    return split(piece, new Set(own.map(({ index }) => index)), isBeside ? last.text : '')
  })
}

function split(piece: Piece, raised: ReadonlySet<number>, before: string): Piece[] {
  const { text, x, right } = piece
  const width = (right - x) / text.length
  const parts: Piece[] = []
  let from = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && raised.has(at) === raised.has(from)) continue
    const own = { text: text.slice(from, at), x: x + from * width, right: x + at * width }
    parts.push(
      raised.has(from)
        ? {
            ...piece,
            ...own,
            size: 0.6 * piece.size,
            y: piece.y + riseBehind(before + text.slice(0, from)) * piece.size,
          }
        : { ...piece, ...own },
    )
    from = at
  }
  return parts
}

/** Behind the signs of elements digits are lowered, as in H₂O; their glyphs are as narrow as raised ones. */
const riseBehind = (before: string): number =>
  /(?<![\p{L}\d])(?:H|C|N|O|CO|SO|NO|NH|CH|SiO|PO|Al|Fe|Ca|Cl|Na|Cu|TiO|UO|C\d+H|H\d+[SP]O|CH\d+CO?|Ca?CO)$/u.test(
    before,
  )
    ? 0.15
    : -0.35
