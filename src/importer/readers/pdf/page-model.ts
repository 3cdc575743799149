/** What is read of the pages of a PDF before its text is put together. Lengths are in points, `y` counts downwards. */

import type { Element } from './structure-tree.ts'

export interface FontStyle {
  italic: boolean
  bold: boolean
  smallCaps: boolean
}

/** Words of one font, size and height above the line. */
export interface Piece {
  text: string
  x: number
  right: number
  /** Of the baseline. */
  y: number
  size: number
  style: FontStyle
  /** Address of the link on these words. */
  url: string | null
  /** Id of the marked content that the piece belongs to, in tagged files. */
  tag: string | null
  /** The element of the structure that it belongs to. */
  element: Element | null
  /** BCP 47, where the file states another language than German. */
  language: string | null
  /** Above or below the line; set when lines are made. */
  raised: 'above' | 'below' | null
  /** Label of the note that is called here; the piece has no text then. */
  call: string | null
  /** The text is the TeX of a formula. */
  formula: { display: boolean } | null
  /** Label of the page of another print that begins with this piece. */
  page: string | null
}

/** Pieces on one baseline, from left to right. */
export interface Line {
  /** Counted from 1, in the file. */
  page: number
  /** Counted from 1, on the page. */
  number: number
  pieces: Piece[]
  x: number
  right: number
  y: number
  /** Of most of its characters. */
  size: number
  /** Edges of the column that it is set in. */
  column: Column
  /** The paragraph, heading or cell that the structure of the file names; null: it is read from the print. */
  block: Element | null
  /** Where full lines end here; in passages that are set in, left of the edge of the column. */
  edge: number
}

export interface Column {
  slot: 'whole' | 'left' | 'right'
  left: number
  right: number
}

/** The strip without words between two columns. */
export interface Gutter {
  left: number
  right: number
}

export interface Box {
  x: number
  y: number
  right: number
  bottom: number
}

export interface Page {
  /** Counted from 1, in the file. */
  number: number
  width: number
  height: number
  /** In reading order. */
  lines: Line[]
  /** Horizontal rules. */
  rules: Box[]
}

/** The words of a line; pieces with a gap between them are set apart by a space. */
export function textOf({ pieces }: { pieces: readonly Piece[] }): string {
  if (pieces.length === 1) return pieces[0]!.text
  return pieces.map((piece, i) => (isApart(pieces[i - 1], piece) ? ' ' : '') + piece.text).join('')
}

/** Whether there is a space between two pieces that their texts do not have. */
export function isApart(left: Piece | undefined, right: Piece): boolean {
  if (!left || right.call !== null || /\s$/.test(left.text) || /^\s/.test(right.text)) return false
  return right.x - left.right > 0.18 * Math.max(left.size, right.size)
}

/** From the left edge of its column. */
export const indentOf = ({ x, column }: Line): number => x - column.left

/** Place of a line, for the report. */
export const placeOf = ({ page, number }: { page: number; number: number }) => ({
  kind: 'page' as const,
  page,
  line: number,
})
