/**
 * Intermediate types of the scan reader. Places are offsets in the text of the scan.
 *
 * scan       the plain text of a printed article, from text recognition
 * line       a line of the scan; a block is a run of lines without blank lines
 * seam       the boundary of two printed pages
 * piece      a block of running text, before paragraphs are joined across seams
 * wording    text with the offset of each character in the scan
 */
import type { Mark, Remark, Remarked } from '../../imported-text.ts'

export interface Scan {
  /** As the editor named it; printed in messages. */
  file: string
  text: string
  /** Line and column of the character at an offset. */
  positionOf: (offset: number) => { line: number; column: number }
}

/** The call of a note. */
export interface Call {
  number: number
  /** As printed. */
  mark: string
  /** Index in its text. */
  index: number
}

/** Text and the calls in it. */
export interface Called {
  text: string
  calls: readonly Call[]
}

export interface PlainLine {
  /** Without the spaces at its ends. */
  text: string
  /** Offset of its first character in the scan. */
  offset: number
  /** Indent in columns, relative to the whole scan. */
  indent: number
}

/** A line with its note marks. */
export interface Line extends PlainLine {
  calls: readonly Call[]
  /** Number and length of the mark with which a note begins, including the space after it. */
  noteStart: { number: number; length: number } | null
}

/** A run of lines, or a seam, where a page ends (form feed, running head, page number). */
export type Item = { kind: 'block'; lines: Line[] } | { kind: 'seam' }

export interface Wording extends Called {
  /** Offset in the scan of each UTF-16 unit of `text`. */
  at: readonly number[]
  /** Indices in `text` at which a printed page begins; `page` counts from 0. */
  seams: readonly { index: number; page: number }[]
}

/** A passage of the model, but with offsets as places and pages counted from 0. */
export interface ScanPassage {
  text: string
  at: readonly number[]
  marks: readonly Mark[]
  points: readonly ScanPoint[]
}

export type ScanPoint =
  { kind: 'call'; label: string; index: number } | { kind: 'page'; page: number; index: number }

/** `quote-more`: a further paragraph of the preceding quote; `line`: of verse; `item`: of a list. */
export type ElementKind = 'paragraph' | 'quote' | 'quote-more' | 'heading' | 'line' | 'item'

export interface Element<Content = ScanPassage> {
  kind: ElementKind
  content: Content
  /** Of a heading, from 1. */
  level?: number
  /** The first line of a stanza, or item of a list. */
  first?: boolean
  /** The verse is set off like a block quote. */
  quoted?: boolean
  /** Number of the item; null: it has a bullet. */
  number?: number | null
}

export interface ScanNote {
  label: string
  /** Offset of its mark. */
  offset: number
  paragraphs: ScanPassage[]
}

export type ScanRemark = Remark<number>
export type ScanRemarked<Value> = Remarked<Value, number>
