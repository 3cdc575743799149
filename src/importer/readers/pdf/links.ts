import type { Piece } from './page-model.ts'

interface Annotation {
  subtype?: string
  url?: string
  unsafeUrl?: string
  rect?: number[]
}

/** Splits pieces at the edges of links to the web; links inside of the document are left out. */
export function linkPieces(
  pieces: readonly Piece[],
  annotations: readonly Annotation[],
  toPage: (box: number[]) => number[],
): Piece[] {
  let linked = [...pieces]
  for (const { subtype, url, rect } of annotations) {
    if (subtype !== 'Link' || !url || !/^(?:https?|mailto|ftp):/i.test(url) || !rect) continue
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = toPage(rect)
    const box = {
      x: Math.min(x0, x1),
      right: Math.max(x0, x1),
      y: Math.min(y0, y1),
      bottom: Math.max(y0, y1),
    }
    linked = linked.flatMap((piece) => {
      const middle = piece.y - 0.3 * piece.size
      if (middle < box.y || middle > box.bottom) return [piece]
      if (piece.right <= box.x + 1 || piece.x >= box.right - 1) return [piece]
      return cut(piece, box.x, box.right, url)
    })
  }
  return linked
}

/** The piece with `url` on the words between two places; characters are taken as equally wide, words as whole. */
function cut(piece: Piece, from: number, to: number, url: string): Piece[] {
  const { text, x, right } = piece
  const width = (right - x) / text.length
  const start = from <= x + width ? 0 : wordStart(text, (from - x) / width)
  const end = to >= right - width ? text.length : wordEnd(text, (to - x) / width)
  if (start >= end) return [piece]
  const part = (a: number, b: number, own: string | null): Piece[] =>
    a < b
      ? [{ ...piece, text: text.slice(a, b), x: x + a * width, right: x + b * width, url: own }]
      : []
  return [
    ...part(0, start, piece.url),
    ...part(start, end, url),
    ...part(end, text.length, piece.url),
  ]
}

/** The beginning of a word that is nearest. */
function wordStart(text: string, near: number): number {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index)
  return nearest(starts, near) ?? Math.round(near)
}

function wordEnd(text: string, near: number): number {
  const ends = [...text.matchAll(/[\p{L}\p{N}/](?![\p{L}\p{N}/])/gu)].map(({ index }) => index + 1)
  return nearest(ends, near) ?? Math.round(near)
}

const nearest = (places: readonly number[], to: number): number | undefined =>
  [...places].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0]
