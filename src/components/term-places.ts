import { manyTexts } from '../contract/shelf.ts'
import type { Occurrence, Term, Text } from '../edition/model/model.ts'

/** Where a text uses a term. */
export interface PlacesOfText {
  text: Text
  found: Occurrence[]
}

/**
 * How the places of a term are shown, so that its page stays below 300 kB on any shelf: each with its sentence; the same,
 * folded by text; or as links alone, so many a text.
 */
export type ShownAs = { form: 'open' | 'folded' } | { form: 'links'; most: number }

/** Most places with their sentences (about 300 bytes each), and most links (75 bytes). */
const mostSentences = 500
const mostLinks = 1500

export function placesOfTerm(term: Term, texts: readonly Text[]): PlacesOfText[] {
  const byText = Map.groupBy(term.occurrences, ({ text }) => text)
  return texts.flatMap((text) => {
    const found = byText.get(text.slug)
    return found ? { text, found } : []
  })
}

export function shownAs(places: readonly PlacesOfText[]): ShownAs {
  const count = places.reduce((sum, { found }) => sum + found.length, 0)
  if (count > mostSentences)
    return { form: 'links', most: Math.max(1, Math.floor(mostLinks / places.length)) }
  return { form: places.length > manyTexts ? 'folded' : 'open' }
}
