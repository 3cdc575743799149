import { distance } from './distance.ts'
import { fold } from './fold.ts'
import type { Place } from './lexicon.ts'

/** Up to three articles of the glossary whose lemma is most like what was typed; none if none is alike. */
export function nearestLemmas(places: readonly Place[], typed: string): Place[] {
  const key = fold(typed)
  if (key.length < 3) return []
  const limit = Math.ceil(key.length / 2)
  return places
    .filter(({ kind }) => kind === 'term')
    .map((place) => {
      const lemma = fold(place.lemma)
      const edits = Math.min(distance(key, lemma, limit), distance(lemma, key, limit))
      return { place, edits: lemma.slice(0, 3) === key.slice(0, 3) ? edits - 1 : edits }
    })
    .filter(({ edits }) => edits < limit)
    .sort((a, b) => a.edits - b.edits || a.place.order - b.place.order)
    .slice(0, 3)
    .map(({ place }) => place)
}
