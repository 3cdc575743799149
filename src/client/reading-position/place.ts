import { remaining, type Outline, type Place } from '../reading-place/outline.ts'

/** In a file of several texts an id has a name before it. */
export const numberOf = ({ id }: Pick<Place, 'id'>): string => id.replace(/^.*abs-/, '')

/** „Absatz 14, Hausrecht“. */
export function placeName(outline: Outline, index: number): string {
  const place = outline.places[index]
  if (!place) return 'Anfang des Textes'
  const section = outline.sections[place.section]
  return [`Absatz ${numberOf(place)}`, section?.title].filter(Boolean).join(', ')
}

/** „Absatz 14, Seite 104, Abschnitt Hausrecht, noch 21 Minuten“; `page` of the print where it is known. */
export function placeInFull(outline: Outline, index: number, page: string | null): string {
  const place = outline.places[index]
  const section = place && outline.sections[place.section]
  const { text } = remaining(outline, index, 0)
  return [
    place ? `Absatz ${numberOf(place)}` : 'Anfang des Textes',
    page && `Seite ${page}`,
    section && `Abschnitt ${section.title}`,
    `noch ${text} ${text === 1 ? 'Minute' : 'Minuten'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** „104“ or „104–105“ from the labels of the page marks before a paragraph and inside it. */
export function pageSpan(before: readonly string[], inside: readonly string[]): string | null {
  const pages = [before.at(-1), ...inside].filter((label) => label !== undefined)
  const first = pages[0]
  const last = pages.at(-1)
  if (!first || !last) return null
  return first === last ? first : `${first}–${last}`
}
