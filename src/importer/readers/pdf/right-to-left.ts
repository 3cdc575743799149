/** Hebrew and Arabic, whose letters stand from right to left on the page, in the order in which they are read. */
import { textOf, type Line, type Page, type Piece } from './page-model.ts'

const rightward = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u
const letter = /\p{L}/u

/** Words from right to left with the signs and numbers between them. */
const run = new RegExp(
  String.raw`${rightward.source}(?:[^\p{L}]|${rightward.source})*${rightward.source}|${rightward.source}`,
  'gu',
)
const words = /\p{sc=Latin}(?:[\p{sc=Latin}\p{M}\p{N} .,-]*[\p{sc=Latin}\p{M}\p{N}])?/gu
/** What is read from left to right in them. */
const leftward = /\p{N}+(?:[.,:/-]\p{N}+)*/gu

export const inReadingOrder = (pages: readonly Page[]): Page[] =>
  pages.map((page) =>
    page.lines.some((line) => rightward.test(textOf(line)))
      ? { ...page, lines: page.lines.map(read) }
      : page,
  )

function read(line: Line): Line {
  const text = textOf(line)
  if (!rightward.test(text)) return line
  const letters = [...text].filter((sign) => letter.test(sign))
  const isWhole = letters.filter((sign) => rightward.test(sign)).length >= 0.5 * letters.length
  if (isWhole) {
    const turned = reversed(text).replace(words, reversed)
    return { ...line, pieces: [joined(line.pieces, turned)] }
  }
  return {
    ...line,
    pieces: merged(line.pieces).map((piece) => ({
      ...piece,
      text: piece.text.replace(run, reversed),
    })),
  }
}

/** Pieces between which words from right to left go on, as one. */
function merged(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    const goesOn =
      last && rightward.test(lastLetter(last.text)) && rightward.test(firstLetter(piece.text))
    if (goesOn) found[found.length - 1] = joined([last, piece], textOf({ pieces: [last, piece] }))
    else found.push(piece)
  }
  return found
}

const lastLetter = (text: string) => [...text].findLast((sign) => letter.test(sign)) ?? ''
const firstLetter = (text: string) => [...text].find((sign) => letter.test(sign)) ?? ''

const joined = (pieces: readonly Piece[], text: string): Piece => ({
  ...pieces[0]!,
  text,
  right: pieces.at(-1)!.right,
})

/** Numbers keep their order, brackets their sides. */
const reversed = (text: string): string =>
  [...text.replace(leftward, (number) => [...number].reverse().join(''))].reverse().join('')

/** The letters of one glyph, such as a ligature, in the order of the page. */
export const inPageOrder = (letters: string): string =>
  letters.length > 1 && rightward.test(letters) ? [...letters].reverse().join('') : letters
