import type { Text } from '../edition/model/model.ts'

/** A text among those of its collection. */
export interface Neighbours {
  collection: string
  previous: Named | undefined
  next: Named | undefined
}

type Named = Pick<Text, 'slug' | 'title'>

const partOf = ({ collection }: Text): number => collection?.part ?? Number.MAX_SAFE_INTEGER

/**
 * The neighbours of each text: those of a collection stand by their parts, those without come last, in the order of the
 * edition. null if a text belongs to no collection, or is alone in it.
 */
export function neighboursIn(texts: readonly Text[]): (text: Text) => Neighbours | null {
  const neighbours = new Map<string, Neighbours>()
  for (const [collection, all] of Map.groupBy(texts, ({ collection }) => collection?.title)) {
    if (collection === undefined || all.length < 2) continue
    all.sort((a, b) => partOf(a) - partOf(b))
    for (const [at, { slug }] of all.entries())
      neighbours.set(slug, { collection, previous: named(all[at - 1]), next: named(all[at + 1]) })
  }
  return ({ slug }) => neighbours.get(slug) ?? null
}

const named = (text: Text | undefined): Named | undefined =>
  text && { slug: text.slug, title: text.title }

/** „Vorträge, Teil 2“. */
export const collectionName = ({ title, part }: NonNullable<Text['collection']>): string =>
  part === undefined ? title : `${title}, Teil\u00a0${part}`
