import { sayLocator } from '../../passage/locator.ts'
import { asPart } from '../exchange/w3c.ts'
import { wordsOf, type Annotation, type Colour } from '../model.ts'

export interface Filter {
  query: string
  colours: ReadonlySet<Colour>
}

/** Every word of the query stands somewhere in the note, its words, its place or the name of its colour. */
export function matches(
  annotation: Annotation,
  { query, colours }: Filter,
  colourNames: Record<Colour, string>,
): boolean {
  if (!colours.has(annotation.colour)) return false
  const { body, colour } = annotation
  const all = fold(`${wordsOf(annotation)} ${body} ${locatorOf(annotation)} ${colourNames[colour]}`)
  return fold(query)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export const locatorOf = ({ parts, pages }: Annotation): string =>
  sayLocator({ parts: parts.map(asPart), pages })

const fold = (words: string) =>
  words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').trim()
