import type { Work } from '../../../src/citation/csl.ts'
import type { Piece, Reference } from '../../../src/contract/reference.ts'
import type { NoteCitations } from '../../../src/citation/reference-form.ts'
import { editions, sourcesIn } from '../../fixture-edition.ts'

const sources = sourcesIn(editions.whole)

export const bibliography: Work[] = JSON.parse(sources['content/bibliography.json']!)

export const work = (key: string): Work => {
  const found = bibliography.find(({ id }) => id === key)
  if (!found) throw new Error(key)
  return found
}

/** Pieces as text, with `*` around italics. */
export const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('')

const REFERENCE = /\[[a-z][^\]]*\]/

/** Parses `Vgl. [key, 7].` into the engine's input. */
export function parse(number: number, written: string): NoteCitations {
  const literals = written.split(REFERENCE)
  const references = written.match(new RegExp(REFERENCE, 'g')) ?? []
  const citations = references.map((reference, i) => {
    const [key = '', locator] = reference.slice(1, -1).split(', ')
    return { key, locator, prefix: literals[i] ?? '', suffix: literals[i + 1] }
  })
  return { number, citations }
}

/** The note with its references filled in. */
export function fill(written: string, references: readonly Reference[]): string {
  const [first = '', ...rest] = written.split(REFERENCE)
  return rest.reduce(
    (note, literal, i) => note + marked(references[i]?.pieces ?? []) + literal,
    first,
  )
}
