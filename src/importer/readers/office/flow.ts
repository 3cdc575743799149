/** What a word processor's file contains: paragraphs one after the other, as their styles describe them. */
import type { ImportPosition } from '../../import-position.ts'
import type { Block, Passage } from '../../imported-text.ts'

export type Role =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'heading'
  | 'quote'
  | 'verse'
  | 'caption'
  /** Belongs to the item of a list before it. */
  | 'continuation'
  /** A line of a list of contents. */
  | 'contents'
  | 'plain'

export interface FlowParagraph {
  kind: 'paragraph'
  role: Role
  /** Of a heading, from 1. */
  level: number
  /** More than one if the paragraph contains line breaks. */
  lines: Passage[]
  list: ListPlace | null
  /** Stands out like a title: centred, or all in bold type. */
  prominent: boolean
  /** From the left edge, in twentieths of a point; null where an indent is part of another form. */
  indent: number | null
  /** Follows an empty paragraph. */
  afterBlank?: boolean
  at: ImportPosition
}

export interface ListPlace {
  /** Paragraphs of the same list have the same id. */
  id: string
  /** From 0. */
  level: number
  /** Null: a bullet. */
  number: number | null
}

export type FlowItem = FlowParagraph | { kind: 'block'; block: Block }
