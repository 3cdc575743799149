import { editionSlug } from '../contract/addresses.ts'

/** A one-file edition, to be read offline. */
export interface Download {
  name: string
  /** Path of the page it contains, with its apparatus; empty: all pages. */
  holds: string
  title: string
  says: string
}

export const editionFile = (title: string): Download => ({
  name: `${editionSlug(title)}.html`,
  holds: '',
  title: 'Die ganze Ausgabe in einer Datei',
  says: 'Alle Texte mit Glossar, Literatur und Seminar.',
})

export const textFile = (slug: string, title: string): Download => ({
  name: `${slug}.html`,
  holds: `texte/${slug}/`,
  title,
  says: 'Mit Glossen, Anmerkungen und den Einträgen aus Glossar und Literatur, die der Text braucht.',
})
