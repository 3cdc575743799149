/**
 * The words of the importer, the same in code, report and tests.
 *
 * scan       the plain text of a printed article, as it came out of the scanner
 * line       a line of the scan; a block is a run of lines without a blank one between
 * seam       the place where one printed page ends and the next begins
 * piece      a block of running text, before paragraphs are joined over seams
 * wording    characters of the scan, each with the offset it was read from
 * passage    a wording freed of all marks; what the marks meant stands beside it as ranges and points
 * remark     a decision the importer took, or a question to the editor; both go into the report
 * problem    what stops the import
 */

export interface Scan {
  /** As the editor named it; printed in messages. */
  file: string
  text: string
}

export interface Line {
  /** Without the spaces at its ends. */
  text: string
  /** Offset of its first character in the scan. */
  offset: number
  /** Columns by which it is indented more than the whole scan is. */
  indent: number
}

/** Lines that stand together. `seam` in their stead: here a page ends (form feed, running head, page number). */
export type Item = { kind: 'block'; lines: Line[] } | { kind: 'seam' }

export interface Wording {
  text: string
  /** For each UTF-16 unit of `text` its offset in the scan. */
  at: readonly number[]
  /** Indices into `text` at which a printed page begins; `page` counts from 0, the first page. */
  seams: readonly { index: number; page: number }[]
}

export type MarkKind =
  | { kind: 'emphasis' }
  | { kind: 'strong' }
  | { kind: 'link'; url: string }
  | { kind: 'lang'; tag: string }
  | { kind: 'work'; key: string }

/** A meaning of the characters `from` (inclusive) to `to` (exclusive). */
export type Mark = MarkKind & { from: number; to: number }

/** A thing without width that stands before the character at `index`. */
export type Point =
  { kind: 'call'; label: string; index: number } | { kind: 'page'; page: number; index: number }

export interface Passage {
  text: string
  at: readonly number[]
  marks: readonly Mark[]
  points: readonly Point[]
}

/** `quote-more`: a further paragraph of the quote before it. */
export type ElementKind = 'paragraph' | 'quote' | 'quote-more' | 'heading' | 'subheading'

export interface Element<Content = Passage> {
  kind: ElementKind
  content: Content
}

export interface Note<Content = Passage> {
  /** `12`, or `stern` for the note marked with a star. */
  label: string
  /** Offset of its mark in the scan. */
  offset: number
  paragraphs: Content[]
}

export interface Head {
  title: string
  subtitle: string | null
  authors: string[]
}

/** Sections of the report. */
export type Topic =
  | 'head'
  | 'headings'
  | 'paragraphs'
  | 'hyphens'
  | 'quotes'
  | 'pages'
  | 'dropped'
  | 'characters'
  | 'languages'
  | 'notes'
  | 'works'
  | 'references'

export interface Remark {
  topic: Topic
  /** Offset in the scan. */
  offset: number
  /** German, for the report. */
  text: string
  /** True: the importer was not certain, the editor must look. */
  question: boolean
}

/** A value and what there is to say about how it came about. */
export interface Remarked<Value> {
  value: Value
  remarks: Remark[]
}

/** The part of CSL-JSON that references of this kind fill. */
export interface Work {
  id: string
  type: string
  title?: string
  author?: Person[]
  editor?: Person[]
  interviewer?: Person[]
  issued?: CslDate
  accessed?: CslDate
  DOI?: string
  URL?: string
  [field: string]: unknown
}

export interface Person {
  family?: string
  given?: string
  'non-dropping-particle'?: string
  literal?: string
}

/** The importer writes date-parts; other programs may write the date in words, and parts as strings. */
export interface CslDate {
  'date-parts'?: (number | string)[][]
  raw?: string
  literal?: string
}
