/**
 * The editions that tests read and build, and the texts in them. None is the one in `content/`: whoever puts an
 * edition of their own there breaks no test. What is to be said of `content/` is said by `npm run check`.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Sources } from '../src/edition/model/model.ts'

export const fixtures = resolve(import.meta.dirname, 'fixtures')

/** Folders that hold `content/`, and `public/` where there are figures. */
export const editions = {
  /** A long text with its glossary, bibliography, pages and seminar, and the small texts below. */
  whole: join(fixtures, 'site'),
  /** One text of four paragraphs, „Von Uhren“, and a file or two of every kind. */
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

/** The files of `folder/content/`, as the edition reads them. */
export function sourcesIn(folder: string): Sources {
  const paths = globSync('content/**/*.{md,yaml,json}', { cwd: folder })
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  )
}

/** Sources of the small edition, which most fixtures build on. */
export const smallEdition = (): Sources => sourcesIn(editions.small)
