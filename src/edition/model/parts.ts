import type { CitedWork, EditorialPage, Session, Term, Text, Work } from './model.ts'
import type { ReadTerm } from '../read/read-term.ts'

/** What was read, each file by itself. */
export interface Parts {
  texts: Text[]
  terms: ReadTerm[]
  works: Work[]
  sessions: Session[]
  pages: EditorialPage[]
}

/** The same, joined: terms know their places, works who cites them. */
export interface LinkedParts {
  texts: Text[]
  terms: Term[]
  works: CitedWork[]
  sessions: Session[]
  pages: EditorialPage[]
}
