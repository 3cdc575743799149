import { PassageBuilder, type Mark, type Passage } from './reading.ts'

/** An element of HTML or XML, by which parser ever it was read. */
export interface Markup {
  name: string
  attribute: (name: string) => string | null
  children: readonly (string | Markup)[]
}

/** What an element means in a form. */
export type Meaning =
  | { is: 'nothing' }
  | { is: 'block' }
  | { is: 'inline' }
  | { is: 'space' }
  | { is: 'point'; kind: Mark['kind']; name: string }
  | { is: 'cover'; kind: Mark['kind']; name: string }

export const nothing: Meaning = { is: 'nothing' }
export const inline: Meaning = { is: 'inline' }
export const block: Meaning = { is: 'block' }

/** Words and marks within an element, whose own meaning is left aside. */
export function readPassage(root: Markup, meaningOf: (element: Markup) => Meaning): Passage {
  const builder = new PassageBuilder()
  const walk = (node: string | Markup): void => {
    // In markup a line end is a space.
    if (typeof node === 'string') return builder.add(node.replaceAll('\n', ' '))
    const meaning = meaningOf(node)
    const inside = () => node.children.forEach(walk)
    if (meaning.is === 'nothing') return
    if (meaning.is === 'space') return builder.add(' ')
    if (meaning.is === 'point') return builder.point(meaning.kind, meaning.name)
    if (meaning.is === 'cover') return builder.cover(meaning.kind, meaning.name, inside)
    if (meaning.is === 'block') builder.add(' ')
    inside()
    if (meaning.is === 'block') builder.add(' ')
  }
  root.children.forEach(walk)
  return builder.build()
}

/** An element and all below it, in order. */
export function* elementsOf(root: Markup): Generator<Markup> {
  yield root
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child)
}

export const wordsIn = (root: Markup): string => readPassage(root, () => inline).words
