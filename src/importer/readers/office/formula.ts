/** Formulas as plain text with raised and lowered characters. */
import type { MarkKind } from '../../imported-text.ts'

export interface Piece {
  text: string
  kinds: MarkKind[]
}

/** In brackets if there is more than one character. */
export function inBrackets(inner: readonly Piece[]): Piece[] {
  const bracket = (text: string): Piece => ({ text, kinds: [] })
  const isLong = inner.map(({ text }) => text).join('').length > 1
  return isLong ? [bracket('('), ...inner, bracket(')')] : [...inner]
}
