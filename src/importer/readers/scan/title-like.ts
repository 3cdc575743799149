import type { Piece } from './separate-notes.ts'
import type { Line } from './scan.ts'
import { endOfLastCall, joined, withoutCalls } from './note-marks.ts'
import { beginsLowerCase } from './sentence.ts'

const longestHeading = 110

/** Short, on one or two lines, without the punctuation a sentence ends with („?“ and „!“ may be a title's). */
export function looksLikeHeading({ lines }: Piece): boolean {
  const text = withoutCalls(joined(lines, ' '))
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .trim()
  return (
    lines.length <= 2 &&
    !hasInnerCall(lines) &&
    text.length <= longestHeading &&
    /\p{L}/u.test(text) &&
    !beginsLowerCase(text) &&
    !/[.,;:–…-][»›"“)\]*]*$/u.test(text)
  )
}

/** A title may have a call at its end, never within. */
function hasInnerCall(lines: readonly Line[]): boolean {
  return lines.some((line) => {
    const end = endOfLastCall(line)
    return end !== null && /\p{L}/u.test(line.text.slice(end))
  })
}
