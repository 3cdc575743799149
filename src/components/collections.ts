import type { Text } from '../edition/model/model.ts'

/** A text among those of its collection. */
export interface Neighbours {
  collection: string
  previous: Named | undefined
  next: Named | undefined
}

type Named = Pick<Text, 'slug' | 'title'>

/** The texts of a collection by their parts; those without come last, in the order of the edition. */
const inCollection = (texts: readonly Text[], title: string): Text[] =>
  texts
    .filter(({ collection }) => collection?.title === title)
    .sort((a, b) => partOf(a) - partOf(b))

const partOf = ({ collection }: Text): number => collection?.part ?? Number.MAX_SAFE_INTEGER

/** null if a text belongs to no collection, or is alone in it. */
export function neighboursOf(text: Text, texts: readonly Text[]): Neighbours | null {
  if (!text.collection) return null
  const all = inCollection(texts, text.collection.title)
  if (all.length < 2) return null
  const at = all.findIndex(({ slug }) => slug === text.slug)
  return {
    collection: text.collection.title,
    previous: named(all[at - 1]),
    next: named(all[at + 1]),
  }
}

const named = (text: Text | undefined): Named | undefined =>
  text && { slug: text.slug, title: text.title }

/** „Vorträge, Teil 2“. */
export const collectionName = ({ title, part }: NonNullable<Text['collection']>): string =>
  part === undefined ? title : `${title}, Teil\u00a0${part}`
