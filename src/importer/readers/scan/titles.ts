import type { Line } from './scan.ts'
import { endOfLastCall, joined, withoutCalls } from './note-marks.ts'
import { beginsLowerCase } from './sentence.ts'

const longestHeading = 110

/** Short, on one or two lines, without the punctuation a sentence ends with („?“ and „!“ may be a title's). */
export function looksLikeHeading({ lines }: { lines: readonly Line[] }): boolean {
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

/** Titles of what stands behind the notes: headings wherever they stand alone. */
const behind =
  /^(?:literatur(?:verzeichnis|liste)?|bibliogra(?:ph|f)ie|quellen(?:verzeichnis)?|siglen|abbildungs(?:verzeichnis|nachweise?)|anhang|references|works cited|bibliography)$/iu

/** Titles of the notes themselves, which an edition sets beside the text. */
const ofNotes = /^(?:anmerkungen|fußnoten|endnoten|(?:end|foot)?notes)$/iu

const bare = (text: string): string => text.replace(/^[\s#*]+|[\s*:]+$/gu, '')

export const namesPartBehind = (text: string): boolean => behind.test(bare(text))
export const namesNotes = (text: string): boolean => ofNotes.test(bare(text))
