/** The nodes of a text's tree: those of mdast and those of the edition. */
import type { Element } from 'hast'
import type { Literal, Paragraph, Parent, PhrasingContent, RootContent, Table } from 'mdast'
import type { Reference } from '../contract/reference.ts'

/** A term used in running text. */
export interface GlossRef extends Parent {
  type: 'glossRef'
  term: string
  /** Index of its gloss among those of its term, from 1; 0: no gloss here. */
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
  /** As in the source: `[@rella-2024, 7]`. */
  value: string
  /** Null before linking, and for unknown works. */
  reference: Reference | null
}

/** Words in another language (BCP 47). */
export interface Foreign extends Parent {
  type: 'foreign'
  language: string
  children: PhrasingContent[]
}

/** Small capitals, superscript and subscript. */
export interface Styled extends Parent {
  type: 'styled'
  style: 'small-caps' | 'superscript' | 'subscript'
  children: PhrasingContent[]
}

/** A formula in TeX: `$E = mc^2$`, or as a line of its own `$$E = mc^2$$`. */
export interface Formula extends Literal {
  type: 'formula'
  /** TeX. */
  value: string
  display: boolean
  /** Null if the TeX is wrong. */
  mathml: Element | null
  /** What is wrong, at which character of the TeX. */
  fault: { what: string; index: number } | null
}

/** A line of verse: `| words`. A paragraph of verse has only these. */
export interface VerseLine extends Parent {
  type: 'verseLine'
  /** Null if the lines are not counted. */
  number: number | null
  /** Number of spaces before it. */
  indent: number
  /** Whether an empty line stands before it. */
  beginsStanza: boolean
  children: PhrasingContent[]
}

/** Who speaks in a drama. */
export interface Speaker extends Parent {
  type: 'speaker'
  children: PhrasingContent[]
}

/** What happens on the stage. */
export interface Stage extends Parent {
  type: 'stage'
  children: PhrasingContent[]
}

/** What stands before or behind a text or section and is none of its paragraphs: `::: epigraph` … `:::`. */
export interface Box extends Parent {
  type: 'box'
  kind: 'epigraph' | 'dedication' | 'signature'
  children: RootContent[]
}

/** A table or a figure with the paragraph that is its caption. */
export interface Captioned extends Parent {
  type: 'captioned'
  children: [shown: Table | Paragraph, caption: Paragraph]
}

/** Beginning of a printed page. */
export interface PageBreak extends Literal {
  type: 'pageBreak'
  value: string
}

/** A heading and the content below it, with nested sections. */
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
  formula: Formula
  pageBreak: PageBreak
  speaker: Speaker
  stage: Stage
  styled: Styled
  verseLine: VerseLine
}

/** Node types that occur in texts; the types of mdast are open, so that packages can add others. */
export type NodeKind =
  | 'blockquote'
  | 'box'
  | 'break'
  | 'captioned'
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
  interface BlockContentMap {
    captioned: Captioned
  }
  interface RootContentMap extends EditionPhrasing {
    box: Box
    captioned: Captioned
    section: Section
  }
  interface ParagraphData {
    /** Paragraph number; only of citable paragraphs. */
    number?: string
    /** It has no number, whatever stands in it. */
    unnumbered?: boolean
    /** The box it stood in. */
    kind?: 'endmatter' | 'drama'
    /** It is a line of colons. */
    isFence?: boolean
  }
  interface BlockquoteData {
    number?: string
    unnumbered?: boolean
  }
  interface TextData {
    /** The editor has excluded a gloss here. */
    plain?: boolean
    /** Words such as „ebd.“ that name no work, by `[ebd.](work:-)`. */
    noWork?: boolean
  }
}
