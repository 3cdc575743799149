/**
 * The words of the edition, the same in code, content, styles and tests.
 *
 * text        a work that is edited, from one Markdown file
 * section     a heading and what stands under it; the part before the first heading has no heading
 * paragraph   a citable unit of a text: a paragraph or a block quote, numbered through the text
 * note        a footnote; `label` is what is printed („12“, „*“)
 * note call   the raised number in the text that calls a note
 * term        an entry of the glossary; `slug` is its name in links
 * form        a spelling under which a term is found in a text
 * gloss       the short explanation of a term that stands beside the text
 * occurrence  a place where a text uses a term
 * work        an entry of the bibliography (CSL-JSON)
 * mention     a place where a note refers to a work: `named` in printed words, `written` by the edition
 * ledger      what keeps the numbers of a text's paragraphs the same through its versions
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
  Citation,
  Foreign,
  GlossRef,
  NodeKind,
  PageBreak,
  Section,
  WorkRef,
} from '../../markdown/nodes.ts'
export type { BibliographyEntry } from '../../citation/engine.ts'
export type { Work } from '../../citation/csl.ts'
export type { EditionData, Rights } from './schemas.ts'

/** Who a build is for: the open web, a closed seminar, or this machine alone. */
export type Audience = 'public' | 'course' | 'local'

/** Path from the project root → content of the file. */
export type Sources = Readonly<Record<string, string>>

export interface Edition {
  audience: Audience
  meta: EditionData
  texts: Text[]
  terms: Term[]
  works: CitedWork[]
  /** The works in German order, as the list of works has them. */
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
  /** Numbers that no paragraph bears any more. */
  removed: RemovedPlace[]
  /** Null where the text has no ledger. */
  history: History | null
  occurrences: Occurrence[]
  /** Words of the running text, notes not counted. */
  words: number
  /** Imported on this machine from a scan, not shipped with the project. */
  isPrivate: boolean
}

export interface SectionOutline {
  id: string
  title: string
  depth: number
  /** Words from this heading to the next, whatever its depth. */
  words: number
  /** Page of the print on which its heading begins, where that is known. */
  page: string | null
}

export interface Paragraph {
  /** `abs-14`, as in the page. */
  id: string
  number: string
  kind: 'paragraph' | 'quote'
  /** Id of the innermost section, or null before the first heading. */
  section: string | null
  /** The words alone: no note calls, no page marks. */
  wording: string
  words: number
  /** Page of the print on which it begins, where that is known. */
  page: string | null
  /** Labels of the notes called in it, in order. */
  notes: string[]
}

export interface RemovedPlace {
  /** `abs-13`, as in the page. */
  id: string
  number: string
  /** First version without the paragraph. */
  since: string
  /** Id of the paragraph to which its reader is led. */
  near: string
  /** Where it stood, seen from there; `in`: its words went into that paragraph. */
  side: 'before' | 'after' | 'in'
}

export interface Note {
  /** `anm-12`, as in the page. */
  id: string
  label: string
  identifier: string
  node: FootnoteDefinition
  calls: NoteCall[]
  /** Its words, with the references that the edition writes. */
  wording: string
  mentions: Mention[]
  /** Works that it mentions and an earlier note has mentioned: they are given in full beside its own words. */
  repeatedWorks: string[]
}

export interface NoteCall {
  /** `anm-12-ruf`, the second one `anm-12-ruf-2`. */
  id: string
  /** Id of the paragraph or section heading in which it stands. */
  place: string | null
  /** Page of the print on which it stands, where that is known. */
  page: string | null
}

export interface Mention {
  work: string
  kind: 'named' | 'written'
  /** Of one that the edition writes: form and words; else null. */
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
  /** Page of the print on which it stands, where that is known. */
  page: string | null
  /** Which gloss of its term in the text stands here, from 1; 0 where the section has had one. */
  gloss: number
  /** The words around it: before, the form itself, after. */
  context: [before: string, form: string, after: string]
}

export interface Term extends TermData {
  slug: string
  path: string
  article: Root
  /** The short gloss, parsed. */
  glossContent: PhrasingContent[]
  /** The words of the short gloss alone, for where no markup can stand. */
  glossWording: string
  occurrences: Occurrence[]
}

/** A work and the notes that refer to it. */
export interface CitedWork {
  work: Work
  /** As at its first mention, without a place in the work. */
  full: readonly Piece[]
  citedIn: { text: string; notes: string[] }[]
  /** Slugs of the terms that rest on it. */
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
