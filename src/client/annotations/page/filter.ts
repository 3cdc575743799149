import { withoutAccents } from '../../../contract/folding.ts'
import { sayLocator } from '../../text-on-page/locator.ts'
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
  if (!query.trim()) return true
  const all = `${foldedOf(annotation)} ${withoutAccents(colourNames[annotation.colour])}`
  return withoutAccents(query.trim())
    .split(/\s+/)
    .every((word) => all.includes(word))
}

const folded = new WeakMap<Annotation, string>()

/** Cached, as every key typed compares all notes. A note that changes is a new object. */
function foldedOf(annotation: Annotation): string {
  const known = folded.get(annotation)
  if (known !== undefined) return known
  const words = withoutAccents(`${wordsOf(annotation)} ${annotation.body} ${locatorOf(annotation)}`)
  folded.set(annotation, words)
  return words
}

export const locatorOf = ({ parts, pages }: Annotation): string =>
  sayLocator({ parts: parts.map(asPart), pages })
