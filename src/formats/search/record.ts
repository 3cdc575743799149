import type { RecordKind } from '../../contract/lexicon.ts'

/** What a reader can find: one paragraph, heading, note, gloss, glossary article or work. */
export interface SearchRecord {
  kind: RecordKind
  /** Page and id under the base path: `/texte/x/#abs-14`. */
  url: string
  /** The wording alone: no call digits, no soft hyphens, ordinary spaces. */
  content: string
  /** Slug of the text. */
  text?: string | undefined
  /** Heading of the section it stands in. */
  section?: string | undefined
  /** Number of the paragraph, or of the paragraph a note or gloss stands beside. */
  paragraph?: string | undefined
  /** Page of the printed version. */
  page?: string | undefined
  note?: string | undefined
  /** The term, with a gloss or an article. */
  lemma?: string | undefined
}
