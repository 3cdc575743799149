/**
 * The editions that tests read and build. They do not depend on `content/`, which `npm run check` checks, so that another
 * edition there breaks no test.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Sources } from '../src/edition/model/model.ts'

export const fixtures = resolve(import.meta.dirname, 'fixtures')

/** Folders with `content/`, and `public/` if there are figures. */
export const editions = {
  /** A long text with its glossary, bibliography, pages and seminar, and the small texts below. */
  whole: join(fixtures, 'site'),
  /** One text of four paragraphs, „Von Uhren“, and one or two files of every kind. */
  small: join(fixtures, 'edition'),
} as const

/** Slugs of texts of the whole edition. */
export const texts = {
  /** About 50 paragraphs in several sections, with a ledger: the first text of the edition. */
  long: 'zwanzig-von-132',
  /** Every kind of markup once; licensed. */
  small: 'pruefstein',
  /** Its rights are `teaching-only`. */
  forTeaching: 'girlitz-w4y',
  /** Its rights are `unknown`. */
  unclear: 'zaunkoenig-q7x',
} as const

/** Slugs of two sessions of its seminar, on passages of the long text. */
export const sessions = {
  second: 'chip-und-hausrecht',
  fourth: 'abschrift-und-verdichtung',
} as const

/** The files of `folder/content/` as input for the edition. */
export function sourcesIn(folder: string): Sources {
  const paths = globSync('content/**/*.{md,yaml,yml,json,bib,ris}', { cwd: folder })
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  )
}

/** A text with formulas, verse, a drama and boxes; none of the whole edition, since no reader brings all of it back. */
export const richText = (): Sources => ({
  'content/texts/formeln.md': readFileSync(join(fixtures, 'markup.md'), 'utf8'),
})

/** Sources of the small edition, on which most fixtures are based. */
export const smallEdition = (): Sources => sourcesIn(editions.small)
