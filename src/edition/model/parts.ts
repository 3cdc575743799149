import type { ReadTerm } from '../read/read-term.ts'
import type { ReadText } from '../read/read-text.ts'
import type { Edition, EditorialPage, Session, Work } from './model.ts'

/** Everything read from content/, before linking. */
export interface Parts {
  texts: ReadText[]
  terms: ReadTerm[]
  works: Work[]
  sessions: Session[]
  pages: EditorialPage[]
}

/** The same after linking: terms have occurrences, works their citing notes, notes their references. */
export type LinkedParts = Pick<
  Edition,
  'texts' | 'terms' | 'works' | 'bibliography' | 'sessions' | 'pages'
>
