import type { Edition } from '../edition/model/model.ts'
import { hasPage } from '../edition/model/site-places.ts'
import { formatCount } from '../formats/german/german.ts'

/** A part of the edition besides its texts. */
export interface Place {
  /** Below the base path. */
  path: string
  name: string
  /** What is there. */
  says: string
}

/** The parts that the edition has. */
export function placesOf(edition: Pick<Edition, 'terms' | 'works' | 'sessions'>): Place[] {
  const { terms, works, sessions } = edition
  const all: [page: string, name: string, says: string][] = [
    [
      'glossar',
      'Glossar',
      `${formatCount(terms.length, 'Begriff', 'Begriffe')}, erklärt und mit allen Stellen`,
    ],
    [
      'literatur',
      'Literatur',
      `${formatCount(works.length, 'Werk', 'Werke')} mit den Stellen, die sie nennen`,
    ],
    [
      'seminar',
      'Seminar',
      `${formatCount(sessions.length, 'Sitzung', 'Sitzungen')} mit Lektüre, Fragen und Aufgaben`,
    ],
  ]
  return all
    .filter(([page]) => hasPage(edition, page))
    .map(([page, name, says]) => ({ path: `${page}/`, name, says }))
}

/** „Glossar, Literatur und Seminar“. */
export const listNames = (names: readonly string[]): string =>
  new Intl.ListFormat('de', { type: 'conjunction' }).format(names)
