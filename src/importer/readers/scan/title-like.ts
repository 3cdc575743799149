import type { Piece } from './separate-notes.ts'
import type { Line } from './scan.ts'
import { callsIn, withoutCalls, type Notation } from './note-marks.ts'
import { beginsLowerCase } from './sentence.ts'

const longestHeading = 110

/** Short, on one or two lines, without the punctuation a sentence ends with („?“ and „!“ may be a title's). */
export function looksLikeHeading(notation: Notation, { lines }: Piece): boolean {
  const text = withoutCalls(notation, lines.map((line) => line.text.trim()).join(' '))
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .trim()
  return (
    lines.length <= 2 &&
    !callsWithin(notation, lines) &&
    text.length <= longestHeading &&
    /\p{L}/u.test(text) &&
    !beginsLowerCase(text) &&
    !/[.,;:–…-][»›"“)\]*]*$/u.test(text)
  )
}

/** A title may have a call at its end, never within. */
function callsWithin(notation: Notation, lines: readonly Line[]): boolean {
  return lines.some(({ text }) => {
    const last = callsIn(notation, text).at(-1)
    return last !== undefined && /\p{L}/u.test(text.slice(last.index + last.length))
  })
}
