/** A reference to a work: written by `citation`, kept in the Edition, shown by every form. */

/** A run of a reference in one style; `href` where it is a link. */
export interface Piece {
  text: string
  italic?: boolean
  href?: string
}

/** At the first mention, at a later one, „ebd.“, „ebd., 7“. */
export type ReferenceForm = 'full' | 'short' | 'ibid' | 'ibid-with-locator'

/** Closes no sentence: the full stop behind it belongs to the note. */
export interface Reference {
  form: ReferenceForm
  pieces: readonly Piece[]
}

export const plainText = (pieces: readonly Piece[]): string =>
  pieces.map(({ text }) => text).join('')
