/**
 * What the reader of scans works on before the model is filled. Places are offsets in the text of the scan.
 *
 * scan       the plain text of a printed article, as it came out of the scanner
 * line       a line of the scan; a block is a run of lines without a blank one between
 * seam       the place where one printed page ends and the next begins
 * piece      a block of running text, before paragraphs are joined over seams
 * wording    characters of the scan, each with the offset it was read from
 */
import type { Mark, Remark, Remarked } from '../../imported-text.ts'

export interface Scan {
  /** As the editor named it; printed in messages. */
  file: string
  text: string
  /** Line and column of the character at an offset. */
  placeOf: (offset: number) => { line: number; column: number }
}

/** The mark that calls a note. */
export interface Call {
  number: number
  /** As printed. */
  mark: string
  /** Where the mark stands in its text. */
  index: number
}

/** Words and the calls among them. */
export interface Called {
  text: string
  calls: readonly Call[]
}

export interface PlainLine {
  /** Without the spaces at its ends. */
  text: string
  /** Offset of its first character in the scan. */
  offset: number
  /** Columns by which it is indented more than the whole scan is. */
  indent: number
}

/** A line whose note marks are known. */
export interface Line extends PlainLine, Called {
  /** The mark with which a note begins here, its number and length, the space behind it included. */
  noteStart: { number: number; length: number } | null
}

/** Lines that stand together. `seam` in their stead: here a page ends (form feed, running head, page number). */
export type Item = { kind: 'block'; lines: Line[] } | { kind: 'seam' }

export interface Wording extends Called {
  /** For each UTF-16 unit of `text` its offset in the scan. */
  at: readonly number[]
  /** Indices into `text` at which a printed page begins; `page` counts from 0, the first page. */
  seams: readonly { index: number; page: number }[]
}

/** A passage of the model whose places are offsets and whose pages are counted. */
export interface ScanPassage {
  text: string
  at: readonly number[]
  marks: readonly Mark[]
  points: readonly ScanPoint[]
}

export type ScanPoint =
  { kind: 'call'; label: string; index: number } | { kind: 'page'; page: number; index: number }

/** `quote-more`: a further paragraph of the quote before it. */
export type ElementKind = 'paragraph' | 'quote' | 'quote-more' | 'heading' | 'subheading'

export interface Element<Content = ScanPassage> {
  kind: ElementKind
  content: Content
}

export interface ScanNote {
  label: string
  /** Offset of its mark. */
  offset: number
  paragraphs: ScanPassage[]
}

export type ScanRemark = Remark<number>
export type ScanRemarked<Value> = Remarked<Value, number>
