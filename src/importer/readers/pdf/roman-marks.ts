/** Notes with roman numbers: their marks as the arabic ones by which notes are found. */
import type { Remark } from '../../imported-text.ts'
import { question } from '../../report/remark.ts'
import { romanValue } from '../roman-numbers.ts'
import { namesNotes } from '../scan/titles.ts'
import { placeOf, textOf, type Line, type Page, type Piece } from './page-model.ts'

const bracketed = /^([[(]?)([ivxlc]{1,10})([\])]?\.?)$/

/** The number of a raised mark; null if the piece is none. */
const raisedValue = ({ raised, text }: Piece): number | null =>
  raised === 'above' ? romanValue(bracketed.exec(text.trim())?.[2] ?? '') : null

/** Pages whose raised roman numbers count from i on, with arabic ones; other pages as they are. */
export function withArabicMarks(pages: readonly Page[]): { pages: Page[]; remarks: Remark[] } {
  const pieces = pages.flatMap(({ lines }) => lines.flatMap((line) => line.pieces))
  const hasArabic = pieces.some(
    ({ raised, text }) => raised === 'above' && /^\d+$/.test(text.trim()),
  )
  const numbers = pieces.flatMap((piece) => raisedValue(piece) ?? [])
  if (hasArabic || longestCount(numbers) < 2) return { pages: [...pages], remarks: [] }
  const starts = new Starts()
  const changed = pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => starts.read({ ...line, pieces: line.pieces.map(arabic) })),
  }))
  const first = pages.flatMap(({ lines }) => lines).find((line) => line.pieces.some(raisedValue))!
  const sentence =
    'Die Anmerkungen haben im Druck römische Zahlen; hier sind sie arabisch gezählt. Ist keine davon etwas anderes?'
  return { pages: changed, remarks: [question('notes', placeOf(first), sentence)] }
}

function arabic(piece: Piece): Piece {
  const value = raisedValue(piece)
  if (value === null) return piece
  return { ...piece, text: piece.text.replace(/[ivxlc]+/, String(value)) }
}

/** How far numbers count from 1 on. */
function longestCount(numbers: readonly number[]): number {
  let last = 0
  for (const number of numbers) if (number === last + 1) last = number
  return last
}

/** Numbers before the endnotes, which need not be raised. */
class Starts {
  #next: number | null = null

  read(line: Line): Line {
    const text = textOf(line)
    if (namesNotes(text.trim())) {
      this.#next = 1
      return line
    }
    const [first] = line.pieces
    const [, before, mark = '', after] =
      /^(\s*[[(]?)([ivxlc]{1,10})([\])]?[.:]?(?:\s|$))/.exec(text) ?? []
    if (this.#next === null || !first || romanValue(mark) !== this.#next) return line
    if (!first.text.startsWith(`${before}${mark}`)) return line
    this.#next += 1
    const rest = first.text.slice(before!.length + mark.length)
    const own = { ...first, text: `${before}${romanValue(mark)}${rest || after!.trim()}` }
    return { ...line, pieces: [own, ...line.pieces.slice(1)] }
  }
}
