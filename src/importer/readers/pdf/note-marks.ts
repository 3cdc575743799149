import type { NoteMarks } from '../reader.ts'
import { textOf, type Line, type Piece } from './page-model.ts'

/** The mark at the beginning of a note. */
export interface StartMark {
  /** Null: stars or daggers. */
  number: number | null
  /** The stars or daggers as printed; empty for numbers. */
  sign: string
  isRaised: boolean
  form: NoteMarks
  /** The pieces of the line behind the mark. */
  rest: Piece[]
}

const superscripts: Record<string, string> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
}

/** Raised digits of Unicode as ordinary ones. */
export const digitsOf = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => superscripts[digit]!)

export const isSuperscript = (text: string): boolean => /^[⁰¹²³⁴-⁹]+$/.test(text)

const forms: [NoteMarks, RegExp][] = [
  ['stars', /^([*†‡]{1,4})\)?\s*/],
  ['superscript', /^([⁰¹²³⁴-⁹]+)\)?\s*/],
  ['brackets', /^\[(\d{1,4})\]\s*/],
  ['parentheses', /^\(?(\d{1,4})\)\s*/],
  ['digits', /^(\d{1,4})\.?(?=\s|$)\s*/],
  // Raised in a way that the file does not tell.
  ['superscript', /^(\d{1,3})(?=[\p{L}„“»«‹›(])/u],
]

/** The mark with which a line begins, if it begins with one. */
export function startMark(line: Line, wanted: NoteMarks | null): StartMark | null {
  const raised = raisedMark(line)
  if (raised) return wanted && wanted !== raised.form && wanted !== 'superscript' ? null : raised
  const text = textOf(line)
  for (const [form, shape] of forms) {
    if (wanted && form !== wanted) continue
    const match = shape.exec(text)
    if (!match) continue
    const isStars = form === 'stars'
    const number = isStars ? null : Number(digitsOf(match[1]!))
    const sign = isStars ? match[1]! : ''
    return { number, sign, isRaised: false, form, rest: withoutStart(line.pieces, match[0].trim()) }
  }
  return null
}

function raisedMark({ pieces }: Line): StartMark | null {
  const count = pieces.findIndex(({ raised }) => raised !== 'above')
  const own = pieces.slice(0, count < 0 ? pieces.length : count)
  const text = own
    .map((piece) => piece.text)
    .join('')
    .trim()
  const match = /^[[(]?(?:(\d{1,4})|([*†‡]{1,4}))[\])]?\.?$/.exec(digitsOf(text))
  if (!match) return null
  const number = match[1] === undefined ? null : Number(match[1])
  return {
    number,
    sign: match[2] ?? '',
    isRaised: true,
    form: number === null ? 'stars' : 'superscript',
    rest: pieces.slice(own.length),
  }
}

/** The pieces without the characters at their beginning, which may be in several of them. */
export function withoutStart(pieces: readonly Piece[], start: string): Piece[] {
  let left = start.replace(/\s/g, '')
  const rest: Piece[] = []
  for (const piece of pieces) {
    if (left === '') {
      rest.push(piece)
      continue
    }
    let taken = 0
    while (taken < piece.text.length && left !== '') {
      if (piece.text[taken] === left[0]) left = left.slice(1)
      else if (piece.text[taken]!.trim() !== '') return [...pieces]
      taken += 1
    }
    const text = piece.text.slice(taken).trimStart()
    if (text === '') continue
    const width = (piece.right - piece.x) / piece.text.length
    rest.push({ ...piece, text, x: piece.right - width * text.length })
  }
  return rest
}
