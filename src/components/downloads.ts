import {
  editionBookFile,
  editionSlug,
  formFile,
  sessionFile,
  type Form,
} from '../contract/addresses.ts'
import type { Edition } from '../edition/model/model.ts'
import { listNames, placesOf } from './places.ts'

/** A file to take along. */
export interface Download {
  name: string
  /** What it is called in brackets: „HTML“. */
  kind: string
  /** Of a one-file edition: path of the page it contains, with its apparatus; empty: all pages. */
  holds?: string
  title: string
  says: string
}

type Whole = Pick<Edition, 'meta' | 'terms' | 'works' | 'sessions'>

export const editionFile = (edition: Whole): Download => ({
  name: `${editionSlug(edition.meta.title)}.html`,
  kind: 'HTML',
  holds: '',
  title: 'Die ganze Ausgabe in einer Datei',
  says: allTextsWith(placesOf(edition).map(({ name }) => name)),
})

export const editionBook = (edition: Whole): Download => ({
  name: editionBookFile(edition.meta.title),
  kind: 'EPUB',
  title: 'Die ganze Ausgabe für Lesegeräte',
  says: allTextsWith([
    ...(edition.terms.length > 0 ? ['dem ganzen Glossar'] : []),
    ...(edition.works.length > 0 ? ['der Literatur'] : []),
  ]),
})

const allTextsWith = (names: readonly string[]): string =>
  names.length > 0 ? `Alle Texte mit ${listNames(names)}.` : 'Alle Texte.'

export const textFile = (slug: string, title: string): Download => ({
  name: `${slug}.html`,
  kind: 'HTML',
  holds: `texte/${slug}/`,
  title,
  says: 'Mit Glossen, Anmerkungen und den Einträgen aus Glossar und Literatur, die der Text braucht.',
})

const sayings: Record<Form, Pick<Download, 'kind' | 'title' | 'says'>> = {
  pdf: {
    kind: 'PDF',
    title: 'Gesetzt wie ein Buch',
    says: 'Zum Drucken: die Anmerkungen am Fuß der Seite, Glossen und Literatur am Ende.',
  },
  epub: {
    kind: 'EPUB',
    title: 'Für Lesegeräte',
    says: 'Mit Anmerkungen, Glossen und Literatur; Schrift und Größe stellt das Gerät ein.',
  },
  xml: {
    kind: 'TEI',
    title: 'Für die Forschung',
    says: 'Der Text in TEI P5, mit Anmerkungen an ihren Stellen, Glossen und Literatur.',
  },
}

export const sessionDownload = (slug: string): Download => ({
  name: sessionFile(slug),
  kind: 'PDF',
  title: 'Arbeitsblatt',
  says: 'Lektüre und Fragen mit Linien zum Schreiben, am Ende Glossen und Literatur.',
})

export const formDownload = (slug: string, form: Form): Download => ({
  name: formFile(slug, form),
  ...sayings[form],
})
