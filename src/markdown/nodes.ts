/** The nodes of a text's tree: those of mdast and those that the plugins make. */
import type { Literal, Parent, PhrasingContent, RootContent } from 'mdast'
import type { Reference } from '../contract/reference.ts'

/** A term used in running text. */
export interface GlossRef extends Parent {
  type: 'glossRef'
  term: string
  /** Which gloss of its term on the page, from 1; 0 where no gloss stands beside it. */
  gloss: number
  children: PhrasingContent[]
}

/** Printed words that refer to a work. */
export interface WorkRef extends Parent {
  type: 'workRef'
  work: string
  children: PhrasingContent[]
}

/** A reference that the edition writes: full, short or „ebd.“. */
export interface Citation extends Literal {
  type: 'citation'
  work: string
  locator: string | null
  /** As it stands in the source: `[@rella-2024, 7]`. */
  value: string
  /** What is written there; null until the notes before it are known, and for a work that does not exist. */
  reference: Reference | null
}

/** Words in another language (BCP 47). */
export interface Foreign extends Parent {
  type: 'foreign'
  language: string
  children: PhrasingContent[]
}

/** Small capitals, and figures or letters above or below the line. */
export interface Styled extends Parent {
  type: 'styled'
  style: 'small-caps' | 'superscript' | 'subscript'
  children: PhrasingContent[]
}

/** Here begins a page of the print. */
export interface PageBreak extends Literal {
  type: 'pageBreak'
  value: string
}

/** A heading and what stands under it, sections inside sections. */
export interface Section extends Parent {
  type: 'section'
  id: string
  children: RootContent[]
}

interface EditionPhrasing {
  glossRef: GlossRef
  workRef: WorkRef
  citation: Citation
  foreign: Foreign
  pageBreak: PageBreak
  styled: Styled
}

/** Kinds of nodes that the parser and the plugins make; mdast leaves the list open to every package. */
export type NodeKind =
  | 'blockquote'
  | 'break'
  | 'code'
  | 'definition'
  | 'delete'
  | 'emphasis'
  | 'footnoteDefinition'
  | 'footnoteReference'
  | 'heading'
  | 'html'
  | 'image'
  | 'imageReference'
  | 'inlineCode'
  | 'link'
  | 'linkReference'
  | 'list'
  | 'listItem'
  | 'paragraph'
  | 'section'
  | 'strong'
  | 'table'
  | 'tableCell'
  | 'tableRow'
  | 'text'
  | 'thematicBreak'
  | 'yaml'
  | keyof EditionPhrasing

declare module 'mdast' {
  interface PhrasingContentMap extends EditionPhrasing {}
  interface RootContentMap extends EditionPhrasing {
    section: Section
  }
  interface ParagraphData {
    /** Number in the text; only for citable paragraphs. */
    number?: string
  }
  interface BlockquoteData {
    number?: string
  }
  interface TextData {
    /** The editor wants no gloss here. */
    plain?: boolean
  }
}
