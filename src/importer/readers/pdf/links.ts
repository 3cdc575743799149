import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { webAddress } from '../web-address.ts'
import { boxOf, type Matrix } from './matrix.ts'
import type { Box, Piece } from './page-model.ts'

interface Annotation {
  subtype?: string
  url?: string
  rect?: number[]
}

export interface Link {
  url: string
  box: Box
}

/** How many pages show whether the links of a file are printed. */
const tried = 4

/**
 * Finds the links of pages to the web; links inside of the document are left out. pdf.js gathers the text of a page again
 * for annotations as they are displayed, so those to be printed are asked for where they are the same.
 */
export class LinkFinder {
  #pages = 0
  #arePrinted = true

  async of(page: PDFPageProxy, matrix: Matrix): Promise<Link[]> {
    const printed = linksIn(await page.getAnnotations({ intent: 'print' }))
    if (this.#arePrinted && this.#pages >= tried) return toPage(printed, matrix)
    const displayed = linksIn(await page.getAnnotations({ intent: 'display' }))
    if (displayed.length > 0) this.#pages += 1
    if (displayed.length > printed.length) this.#arePrinted = false
    return toPage(displayed, matrix)
  }
}

const linksIn = (annotations: readonly Annotation[]) =>
  annotations.filter(({ subtype }) => subtype === 'Link')

const toPage = (annotations: readonly Annotation[], matrix: Matrix): Link[] =>
  annotations.flatMap(({ url, rect }) => {
    const address = url ? webAddress(url) : null
    return address && rect ? [{ url: address, box: boxOf(matrix, rect) }] : []
  })

/** Splits pieces at the edges of links. */
export function linkPieces(pieces: readonly Piece[], links: readonly Link[]): Piece[] {
  let linked = [...pieces]
  for (const { url, box } of links)
    linked = linked.flatMap((piece) => {
      const middle = piece.y - 0.3 * piece.size
      if (middle < box.y || middle > box.bottom) return [piece]
      if (piece.right <= box.x + 1 || piece.x >= box.right - 1) return [piece]
      return cut(piece, box.x, box.right, url)
    })
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
