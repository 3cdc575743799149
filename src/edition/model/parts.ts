import type { ReadTerm } from '../read/read-term.ts'
import type { ReadText } from '../read/read-text.ts'
import type { Edition, EditorialPage, Session, Work } from './model.ts'

/** What was read, each file by itself. */
export interface Parts {
  texts: ReadText[]
  terms: ReadTerm[]
  works: Work[]
  sessions: Session[]
  pages: EditorialPage[]
}

/** The same, joined: terms know their places, works who cites them, notes their references. */
export type LinkedParts = Pick<
  Edition,
  'texts' | 'terms' | 'works' | 'bibliography' | 'sessions' | 'pages'
>
