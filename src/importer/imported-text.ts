/**
 * The model in the middle of the importer: readers (readers/) fill it from a file of their format; what recognises
 * works and languages (apparatus/), the writer (write/) and the report (report/) know the file by it alone.
 *
 * passage    words freed of all marks; what the marks meant stands beside them as ranges and points
 * remark     a decision the importer took, or a question to the editor; both go into the report
 * problem    what stops the import
 */
import { start, type Place } from './place.ts'

export interface ImportedText {
  /** As the editor named it; printed in messages. */
  file: string
  head: Head
  blocks: Block[]
  /** In the order in which they are written; their labels are unique. */
  notes: Note[]
}

/** Blocks hold blocks at most ten deep: a reader flattens what its file nests deeper. */
export type Block =
  /** `level` 1 is a chapter of the text, whose title stands in the head. */
  | { kind: 'heading'; level: number; content: Passage }
  | { kind: 'paragraph'; content: Passage }
  | { kind: 'quote'; blocks: Block[] }
  /** A stanza. */
  | { kind: 'verse'; lines: Passage[] }
  /** `start`: number of the first item; null: the items have bullets. */
  | { kind: 'list'; start: number | null; items: Block[][] }
  /** All rows are equally long; `headed`: the first holds the heads of the columns. */
  | { kind: 'table'; headed: boolean; rows: Passage[][]; caption: Passage | null }
  /** `url`: as the text will name it; `alternative`: null where the source has none. */
  | { kind: 'figure'; url: string; alternative: string | null; caption: Passage | null; at: Place }

export interface Passage {
  text: string
  /**
   * Where the words stand in the source: from each `index` on, until the next. The first index is 0; empty only
   * where there are no words.
   */
  places: readonly { index: number; at: Place }[]
  marks: readonly Mark[]
  points: readonly Point[]
}

export type MarkKind =
  | { kind: 'emphasis' }
  | { kind: 'strong' }
  | { kind: 'small-caps' }
  | { kind: 'superscript' }
  | { kind: 'subscript' }
  | { kind: 'link'; url: string }
  /** BCP 47 */
  | { kind: 'lang'; tag: string }
  /** Key of the bibliography. */
  | { kind: 'work'; key: string }

/** A meaning of the characters `from` (inclusive) to `to` (exclusive). */
export type Mark = MarkKind & { from: number; to: number }

/** A thing without width that stands before the character at `index`; in order of their indices. */
export type Point =
  /** The call of the note with this label. */
  | { kind: 'call'; label: string; index: number }
  /** Here begins a printed page; `label`: its number as printed, null where it is not known. */
  | { kind: 'page'; label: string | null; index: number }

export interface Note {
  /** A number, or `starName`. */
  label: string
  kind: 'footnote' | 'endnote'
  /** Where its mark stands. */
  at: Place
  blocks: Block[]
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

/** `At`: how the place is told; inside a reader it may be an offset in the source. */
export interface Remark<At = Place> {
  topic: Topic
  at: At
  /** German, for the report. */
  text: string
  /** True: the importer was not certain, the editor must look. */
  question: boolean
}

/** A value and what there is to say about how it came about. */
export interface Remarked<Value, At = Place> {
  value: Value
  remarks: Remark<At>[]
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

/** All passages in blocks, in reading order. */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.content]
      case 'quote':
        return passagesOf(block.blocks)
      case 'verse':
        return block.lines
      case 'list':
        return block.items.flatMap(passagesOf)
      case 'table':
        return [...(block.caption ? [block.caption] : []), ...block.rows.flat()]
      case 'figure':
        return block.caption ? [block.caption] : []
    }
  })
}

/** The same blocks with other passages; `map` is asked in reading order. */
export function mapPassages(blocks: readonly Block[], map: (passage: Passage) => Passage): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: map(block.content) }
      case 'quote':
        return { ...block, blocks: mapPassages(block.blocks, map) }
      case 'verse':
        return { ...block, lines: block.lines.map(map) }
      case 'list':
        return { ...block, items: block.items.map((item) => mapPassages(item, map)) }
      case 'table': {
        const caption = block.caption && map(block.caption)
        return { ...block, caption, rows: block.rows.map((row) => row.map(map)) }
      }
      case 'figure':
        return { ...block, caption: block.caption && map(block.caption) }
    }
  })
}

/** Where the character at `index` of a passage stands. */
export function placeIn({ places }: Passage, index: number): Place {
  const run = places.findLast((place) => place.index <= index) ?? places[0]
  if (!run) return start
  const { at } = run
  return at.kind === 'line' ? { ...at, column: at.column + index - run.index } : at
}
