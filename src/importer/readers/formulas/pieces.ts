/** Formulas as plain text with raised and lowered characters. */
import type { MarkKind } from '../../imported-text.ts'
import { shownIn, type MathNode } from './math-node.ts'

export interface Piece {
  text: string
  kinds: MarkKind[]
}

export function piecesOf(of: MathNode): Piece[] {
  const children = shownIn(of)
  const part = (i: number): Piece[] => (children[i] ? piecesOf(children[i]) : [])
  const moved = (i: number, kind: 'superscript' | 'subscript'): Piece[] =>
    part(i).map(({ text }) => ({ text, kinds: [{ kind }] }))
  switch (of.name) {
    case 'msup':
    case 'mover':
      return [...part(0), ...moved(1, 'superscript')]
    case 'msub':
    case 'munder':
      return [...part(0), ...moved(1, 'subscript')]
    case 'msubsup':
    case 'munderover':
      return [...part(0), ...moved(1, 'subscript'), ...moved(2, 'superscript')]
    case 'mfrac':
      return [...inBrackets(part(0)), plain('/'), ...inBrackets(part(1))]
    case 'msqrt':
      return [plain('√'), ...inBrackets(children.flatMap(piecesOf))]
    case 'mroot':
      return [...moved(1, 'superscript'), plain('√'), ...inBrackets(part(0))]
    case 'mtr':
      return children.flatMap((child, i) => [...(i > 0 ? [plain(' ')] : []), ...piecesOf(child)])
    case 'mtable':
      return children.flatMap((child, i) => [...(i > 0 ? [plain('; ')] : []), ...piecesOf(child)])
    case 'mfenced': {
      const { open = '(', close = ')' } = of.attributes
      return [plain(open), ...children.flatMap(piecesOf), plain(close)]
    }
  }
  if (children.length > 0) return children.flatMap(piecesOf)
  return of.text.trim() === '' ? [] : [plain(of.name === 'mtext' ? of.text : of.text.trim())]
}

const plain = (text: string): Piece => ({ text, kinds: [] })

/** In brackets if there is more than one character. */
function inBrackets(inner: readonly Piece[]): Piece[] {
  const isLong = inner.map(({ text }) => text).join('').length > 1
  return isLong ? [plain('('), ...inner, plain(')')] : [...inner]
}
