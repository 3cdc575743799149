import type { Line } from './scan.ts'
import { endOfLastCall, joined, withoutCalls } from './calls.ts'
import { beginsLowerCase } from './sentence.ts'

const longestHeading = 110

/** Whether it is short, of one or two lines, and does not end like a sentence („?“ and „!“ are allowed). */
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

/** Whether there is a call before the end; titles have calls only at the end. */
function hasInnerCall(lines: readonly Line[]): boolean {
  return lines.some((line) => {
    const end = endOfLastCall(line)
    return end !== null && /\p{L}/u.test(line.text.slice(end))
  })
}

/** Titles of sections after the notes, which are headings wherever they are alone on a line. */
const behind =
  /^(?:literatur(?:verzeichnis|liste)?|bibliogra(?:ph|f)ie|quellen(?:verzeichnis)?|siglen|abbildungs(?:verzeichnis|nachweise?)|anhang|references|works cited|bibliography)$/iu

/** Titles of the notes section. */
const ofNotes = /^(?:anmerkungen|fußnoten|endnoten|(?:end|foot)?notes)$/iu

const bare = (text: string): string => text.replace(/^[\s#*]+|[\s*:]+$/gu, '')

export const namesPartBehind = (text: string): boolean => behind.test(bare(text))
export const namesNotes = (text: string): boolean => ofNotes.test(bare(text))
