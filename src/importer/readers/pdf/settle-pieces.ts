import type { Piece } from './page-model.ts'
import type { RawPage } from './raw-page.ts'

/** Words printed twice become one, hyphens hyphens, and words beyond the edge of a page are set apart. */
export function settled(pages: readonly RawPage[]): RawPage[] {
  const isHyphen = pages.some(({ pieces }) => pieces.some(({ text }) => softInside.test(text)))
  return pages.map((page) => {
    const once = withoutDoubles(page.pieces)
    const hyphened = isHyphen
      ? once.map((piece) => ({ ...piece, text: piece.text.replaceAll('\u00AD', '-') }))
      : once
    const inside = hyphened.filter((piece) => isInside(page, piece, hyphened))
    const outside = hyphened.filter((piece) => !inside.includes(piece)).map(({ text }) => text)
    return { ...page, pieces: inside, outside }
  })
}

/** Soft hyphens are printed at line ends only; fonts that have them inside of words mean hyphens. */
const softInside = /\p{L}\u00AD\p{L}/u

/** Some programs print words twice, a little apart, to make them bold. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? []
    const isDouble = same.some(
      ({ x, y, size }) =>
        Math.abs(x - piece.x) < 0.12 * size && Math.abs(y - piece.y) < 0.12 * size,
    )
    seen.set(piece.text, [...same, piece])
    return !isDouble
  })
}

/** Whether a piece is on the page, or goes on with a line that runs over its edge. */
function isInside({ width, height }: RawPage, piece: Piece, all: readonly Piece[]): boolean {
  const isOn = ({ x, right, y }: Piece) => x < width && right > 0 && y > 0 && y < height + 2
  return (
    isOn(piece) ||
    all.some(
      (other) =>
        isOn(other) &&
        Math.abs(other.y - piece.y) < 1 &&
        other.right > width - 2 * other.size &&
        piece.x - other.right < 2 * piece.size,
    )
  )
}
