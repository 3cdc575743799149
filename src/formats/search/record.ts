import type { RecordKind } from '../../contract/lexicon.ts'
import type { Locator } from '../../contract/locator.ts'

/** What a reader can find: one paragraph, heading, note, gloss, glossary article or work. */
export interface SearchRecord extends Locator {
  kind: RecordKind
  /** Page and id under the base path: `/texte/x/#abs-14`. */
  url: string
  /** The wording alone: no call digits, no soft hyphens, ordinary spaces. */
  content: string
  /** Heading of the section it stands in. */
  section?: string | undefined
  /** The term, with a gloss or an article. */
  lemma?: string | undefined
}
