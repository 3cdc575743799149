/**
 * The data model. Its terms are the same in code, content, styles and tests.
 *
 * text        a work that is edited, from one Markdown file
 * section     a heading and the content below it; the part before the first heading has none
 * paragraph   a citable unit of a text: a paragraph or a block quote, numbered through the text
 * note        a footnote; `label` is what is printed („12“, „*“)
 * note call   the raised number in the text that calls a note
 * term        an entry of the glossary; `slug` is its name in links
 * form        a spelling under which a term is found in a text
 * gloss       the short explanation of a term, shown beside the text
 * occurrence  a place where a text uses a term
 * work        an entry of the bibliography (CSL-JSON)
 * mention     a reference to a work in a note: `named` in printed words, `written` by the edition
 * ledger      file that keeps the paragraph numbers of a text the same in all versions
 * page        a page of the printed version
 * session     a meeting of the seminar: passages, questions, terms
 * passage     a run of paragraphs or sections of one text
 */
import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast'
import type { Work } from '../../citation/csl.ts'
import type { BibliographyEntry } from '../../citation/engine.ts'
import type { Piece, Reference } from '../../contract/reference.ts'
import type { History } from '../ledger/index.ts'
import type { EditionData, PageData, Rights, SessionData, TermData, TextData } from './schemas.ts'

export type { History } from '../ledger/index.ts'
export type {
  Box,
  Citation,
  Foreign,
  Formula,
  GlossRef,
  NodeKind,
  PageBreak,
  Section,
  VerseLine,
  WorkRef,
} from '../../markdown/nodes.ts'
export type { BibliographyEntry } from '../../citation/engine.ts'
export type { Work } from '../../citation/csl.ts'
export type { EditionData, Paper, PdfSettings, Rights } from './schemas.ts'

/** Who a build is for: the web, a closed seminar, or only this machine. */
export type Audience = 'public' | 'course' | 'local'

/** Path from the project root → content of the file. */
export type Sources = Readonly<Record<string, string>>

export interface Edition {
  audience: Audience
  meta: EditionData
  texts: Text[]
  terms: Term[]
  works: CitedWork[]
  /** The works in German alphabetical order. */
  bibliography: BibliographyEntry[]
  sessions: Session[]
  pages: EditorialPage[]
  omitted: Omission[]
}

export interface Text extends TextData {
  slug: string
  path: string
  tree: Root
  sections: SectionOutline[]
  paragraphs: Paragraph[]
  notes: Note[]
  pages: PrintedPage[]
  /** Numbers whose paragraphs were removed. */
  removed: RemovedParagraph[]
  /** Null if the text has no ledger. */
  history: History | null
  occurrences: Occurrence[]
  /** Number of words without notes. */
  words: number
  /** Imported on this machine, not part of the project. */
  isPrivate: boolean
}

export interface SectionOutline {
  id: string
  title: string
  depth: number
  /** Number of words up to the next heading of any level. */
  words: number
  /** Printed page on which its heading begins, if known. */
  page: string | null
}

export interface Paragraph {
  /** `abs-14`, as in the page. */
  id: string
  number: string
  kind: 'paragraph' | 'quote'
  /** Id of the innermost section, or null before the first heading. */
  section: string | null
  /** Text without note calls and page numbers. */
  wording: string
  words: number
  /** Printed page on which it begins, if known. */
  page: string | null
  /** Labels of the notes called in it, in order. */
  notes: string[]
}

export interface RemovedParagraph {
  /** `abs-13`, as in the page. */
  id: string
  number: string
  /** First version without the paragraph. */
  since: string
  /** Id of the paragraph to which links to it lead. */
  near: string
  /** Its position relative to that paragraph; `in`: it was merged into it. */
  side: 'before' | 'after' | 'in'
}

export interface Note {
  /** `anm-12`, as in the page. */
  id: string
  label: string
  identifier: string
  node: FootnoteDefinition
  calls: NoteCall[]
  /** Text, including the references written by the edition. */
  wording: string
  mentions: Mention[]
  /** Works it mentions that an earlier note has mentioned already: shown in full beside the note. */
  repeatedWorks: string[]
}

export interface NoteCall {
  /** `anm-12-ruf`, the second one `anm-12-ruf-2`. */
  id: string
  /** Id of the paragraph or section heading it is in. */
  place: string | null
  /** Printed page it is on, if known. */
  page: string | null
}

export interface Mention {
  work: string
  kind: 'named' | 'written'
  /** Form and words of a reference written by the edition; null if named. */
  reference: Reference | null
}

export interface PrintedPage {
  /** `s-104`, as in the page. */
  id: string
  label: string
}

export interface Occurrence {
  term: string
  text: string
  paragraph: string
  section: string | null
  /** Printed page it is on, if known. */
  page: string | null
  /** Index of the gloss among those of its term in the text, from 1; 0: no gloss here, the section already has one. */
  gloss: number
  /** The text before it, the form itself, the text after it. */
  context: [before: string, form: string, after: string]
}

export interface Term extends TermData {
  slug: string
  path: string
  article: Root
  /** The short gloss, parsed. */
  glossContent: PhrasingContent[]
  /** The short gloss as plain text. */
  glossWording: string
  occurrences: Occurrence[]
}

/** A work and the places that refer to it. */
export interface CitedWork {
  work: Work
  /** The form of the first mention, without a locator. */
  full: readonly Piece[]
  /** Texts, with numbers of paragraphs and labels of notes; both are empty where another block refers to it. */
  citedIn: { text: string; paragraphs: string[]; notes: string[] }[]
  /** Slugs of the terms that rest on it or refer to it. */
  terms: string[]
}

export interface Session extends SessionData {
  slug: string
  path: string
}

export interface EditorialPage extends PageData {
  slug: string
  path: string
  tree: Root
}

export interface Omission {
  slug: string
  path: string
  reason: string
}

export type { Rights as TextRights }
