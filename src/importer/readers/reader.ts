/** What every reader of a format takes and gives. */
import type { ImportedText, Remark } from '../imported-text.ts'
import type { Problem } from '../problems.ts'
import type { SourceLine } from '../report/lost-words.ts'

export interface Source {
  /** As the editor named it; printed in messages. */
  file: string
  bytes: Uint8Array
  /**
   * Bytes of a file in the same folder or in folders of it, such as the bibliography of a Markdown text; null if there
   * is none.
   */
  beside: (name: string) => Uint8Array | null
}

/** How note marks look in running text and before notes. */
export const noteMarks = ['superscript', 'brackets', 'parentheses', 'digits', 'stars'] as const
export type NoteMarks = (typeof noteMarks)[number]

/** Null: the reader decides. */
export interface ReadOptions {
  /** Used as title if the source has none, and in the names of its pictures. */
  slug: string
  /** Number of the first printed page. */
  firstPage: number | null
  /** `none`: nothing is taken for a note. */
  notes: NoteMarks | 'none' | null
  /** The pages to read, counted from 1, both included. */
  pages: { from: number; to: number } | null
  columns: 1 | 2 | null
}

/** `text` is null if there are problems. */
export interface Reading {
  text: ImportedText | null
  remarks: Remark[]
  problems: Problem[]
  source: SourceWords
}

/** All words of a source, read on another way than its text, to prove that none is lost. */
export interface SourceWords {
  /** In the order of the source. */
  lines: SourceLine[]
  /** What of them means something else than words: marks of notes, page numbers. */
  signs: string[]
  /** Notes are told by their order alone, not by links: they have to come in the order of the source. */
  notesInOrder: boolean
}

export type Reader = (source: Source, options: ReadOptions) => Reading | Promise<Reading>

/** A reading that found only problems. */
export const stopped = (problems: Problem[]): Reading => ({
  text: null,
  remarks: [],
  problems,
  source: { lines: [], signs: [], notesInOrder: false },
})
