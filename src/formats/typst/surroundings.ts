import type { BibliographyEntry, Term, Work } from '../../edition/model/model.ts'
import type { Context, Writer } from './handlers.ts'

export type { Nudge, Nudges } from './handlers.ts'

export interface TypstSurroundings extends Pick<Context, 'absolute' | 'figure'> {
  /** Title of the edition. */
  edition: string
  /** Absolute address of the text. */
  address: string
  /** How the text is to be cited. */
  reference: string
  terms: readonly Term[]
  works: ReadonlyMap<string, Work>
  bibliography: readonly BibliographyEntry[]
}

/** A document of Typst. */
export interface TypstDocument {
  source: string
  blockOf: Writer['blockOf']
}
