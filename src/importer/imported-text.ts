/**
 * The importer's model: readers (readers/) fill it from a file of their format; recognition of works and languages
 * (apparatus/), writer (write/) and report (report/) use only the model.
 *
 * passage    text without markup; the markup is kept as ranges and points
 * remark     a decision of the importer, or a question to the editor; both are printed in the report
 * problem    an error that stops the import
 */
import { start, type ImportPosition } from './import-position.ts'

export interface ImportedText {
  /** As the editor named it; printed in messages. */
  file: string
  head: Head
  blocks: Block[]
  /** In the order of the output; labels are unique. */
  notes: Note[]
  /** Works whose data the source contains, as from a reference manager; marks of kind `work` name them by `id`. */
  works: Work[]
  pictures: Picture[]
}

/** A picture from the source; figures have its `name` with a slash before it as `url`. */
export interface Picture {
  /** `SLUG-1.png` */
  name: string
  bytes: Uint8Array
}

/** Nested at most ten levels deep: readers flatten deeper nesting. */
export type Block =
  /** `level` 1: a chapter of the text; the title of the text is in the head. */
  | { kind: 'heading'; level: number; content: Passage }
  | { kind: 'paragraph'; content: Passage }
  | { kind: 'quote'; blocks: Block[] }
  /** A stanza; those that follow each other are one poem. No-break spaces before the words of a line indent it. */
  | { kind: 'verse'; lines: Passage[] }
  /** A paragraph with line breaks of which it is not known whether they are those of verse. */
  | { kind: 'lines'; lines: Passage[] }
  /** Of a `drama`, who speaks stands first in small capitals, what happens on the stage in emphasis. */
  | { kind: 'box'; box: BoxKind; blocks: Block[] }
  /** `start`: number of the first item; null: bullets. */
  | { kind: 'list'; start: number | null; items: Block[][] }
  /** All rows have the same length; `headed`: the first row has the column headings. */
  | { kind: 'table'; headed: boolean; rows: Passage[][]; caption: Passage | null }
  /** `url`: as written into the text; `alternative`: null if the source has none. */
  | {
      kind: 'figure'
      url: string
      alternative: string | null
      caption: Passage | null
      at: ImportPosition
    }

/** Parts of a text that are set apart; what each of them is, the edition knows by the same name. */
export type BoxKind = 'drama' | 'epigraph' | 'dedication' | 'signature' | 'endmatter'

export interface Passage {
  text: string
  /**
   * Places in the source: each holds from its `index` to the next. The first index is 0; empty only for an empty
   * text.
   */
  positions: readonly { index: number; at: ImportPosition }[]
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
  /** `key`: from a reader, the `id` of one of the text's works; after recognition, a key of the bibliography. */
  | { kind: 'work'; key: string }
  /** The characters are TeX. */
  | { kind: 'formula'; display: boolean }

/** A meaning of the characters `from` (inclusive) to `to` (exclusive). */
export type Mark = MarkKind & { from: number; to: number }

/** An element without width, before the character at `index`; sorted by index. */
export type Point =
  /** The call of the note with this label. */
  | { kind: 'call'; label: string; index: number }
  /** Beginning of a printed page; `label`: its number as printed, null if unknown. */
  | { kind: 'page'; label: string | null; index: number }

export interface Note {
  /** A number, `starName`, or `e` and a number for endnotes beside footnotes. */
  label: string
  kind: 'footnote' | 'endnote'
  /** Place of its mark. */
  at: ImportPosition
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
  | 'moved'
  | 'characters'
  | 'languages'
  | 'notes'
  | 'works'
  | 'references'

/** `At`: type of the place; inside a reader it may be an offset in the source. */
export interface Remark<At = ImportPosition> {
  topic: Topic
  at: At
  /** German, for the report. */
  text: string
  /** True: the importer is not certain, the editor has to check. */
  question: boolean
  /** Words of the source, all of them, that the remark says are not in the text. */
  leftOut?: string
  /** How likely it is that something is wrong; 1 unless given. */
  doubt?: number
}

/** A value with remarks on how it was determined. */
export interface Remarked<Value, At = ImportPosition> {
  value: Value
  remarks: Remark<At>[]
}

/** The fields of CSL-JSON that references contain. */
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

/** The importer writes numbers; other programs may write the parts as strings, or the date in words. */
export interface CslDate {
  'date-parts'?: (number | string)[][]
  raw?: string
  literal?: string
}

/** The blocks with all those inside them, in reading order. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.kind === 'quote' || block.kind === 'box') yield* allBlocks(block.blocks)
    if (block.kind === 'list') for (const item of block.items) yield* allBlocks(item)
  }
}

/** All passages of blocks, in reading order. */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.content]
      case 'quote':
      case 'box':
        return passagesOf(block.blocks)
      case 'verse':
      case 'lines':
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

/** The blocks with passages replaced; `map` is called in reading order. */
export function mapPassages(blocks: readonly Block[], map: (passage: Passage) => Passage): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: map(block.content) }
      case 'quote':
      case 'box':
        return { ...block, blocks: mapPassages(block.blocks, map) }
      case 'verse':
      case 'lines':
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

/** Place of the character at `index` of a passage. */
export function positionIn({ positions }: Passage, index: number): ImportPosition {
  let low = 0
  for (let high = positions.length; high - low > 1;) {
    const middle = (low + high) >> 1
    if (positions[middle]!.index <= index) low = middle
    else high = middle
  }
  const run = positions[low]
  if (!run) return start
  const { at } = run
  return at.kind === 'line' ? { ...at, column: at.column + index - run.index } : at
}
