import type { Call, Called, Line, PlainLine } from './scan.ts'

/** A notation of note numbers in scans. */
interface Notation {
  name: 'superscript' | 'caret' | 'bracket'
  /** The mark anywhere; group 1 holds the digits. */
  mark: RegExp
}

const notations: readonly Notation[] = [
  { name: 'superscript', mark: /([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g },
  { name: 'caret', mark: /\^(\d{1,3})\^/g },
  // Four digits in brackets are a year; brackets before an address in parentheses are a link.
  { name: 'bracket', mark: /\[(\d{1,3})\](?!\((?:https?|mailto):)/g },
]

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function valueOf(digits: string): number {
  return Number([...digits].map((d) => (raised.includes(d) ? raised.indexOf(d) : d)).join(''))
}

/**
 * The lines with their note marks, in the notation with which most lines begin; null if no line begins a note.
 * All later steps use the marks found here.
 */
export function findNoteMarks(lines: readonly (PlainLine | null)[]): (Line | null)[] | null {
  const notation = notationOf(lines.flatMap((line) => (line ? [line.text] : [])))
  if (!notation) return null
  return lines.map(
    (line) =>
      line && {
        ...line,
        calls: callsIn(notation, line.text),
        noteStart: noteStartOf(notation, line.text),
      },
  )
}

function notationOf(lines: readonly string[]): Notation | null {
  const counted = notations.map((notation) => ({
    notation,
    count: lines.filter((line) => noteStartOf(notation, line)).length,
  }))
  const [best] = counted.sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.notation : null
}

function noteStartOf(notation: Notation, line: string): Line['noteStart'] {
  const match = new RegExp(`^(\\s*)(?:${notation.mark.source})[:.)]?\\s+(?=\\S)`, 'u').exec(line)
  return match && { number: valueOf(match[2]!), length: match[0].length }
}

const unit = /(?<!\p{L})(?:[kcmd]?m|h|s)$/u

/** m² and km³ are units, not calls. */
function callsIn(notation: Notation, text: string): Call[] {
  return [...text.matchAll(new RegExp(notation.mark.source, 'gu'))]
    .map(({ index, 0: mark, 1: digits }) => ({ number: valueOf(digits!), mark, index }))
    .filter(
      ({ index, number }) =>
        number > 0 &&
        !(
          notation.name === 'superscript' &&
          number < 4 &&
          unit.test(text.slice(Math.max(0, index - 4), index))
        ),
    )
}

/** The text without its calls; a star that may call the star note is kept. */
export function withoutCalls({ text, calls }: Called): string {
  let rest = ''
  let end = 0
  for (const { index, mark } of calls) {
    rest += text.slice(end, index)
    end = index + mark.length
  }
  return rest + text.slice(end)
}

/** Index of the end of the last call; null if there is none. */
export function endOfLastCall({ calls }: Called): number | null {
  const last = calls.at(-1)
  return last ? last.index + last.mark.length : null
}

/** The calls in a part of a text, with indices relative to it. */
export function callsWithin(calls: readonly Call[], from: number, to: number): Call[] {
  return calls
    .filter(({ index, mark }) => index >= from && index + mark.length <= to)
    .map((call) => ({ ...call, index: call.index - from }))
}

/** Joins texts, with the string `between` them. */
export function joined(texts: readonly Called[], between: string): Called {
  let length = 0
  const calls = texts.flatMap(({ text, calls: own }) => {
    const start = length
    length += text.length + between.length
    return own.map((call) => ({ ...call, index: call.index + start }))
  })
  return { text: texts.map(({ text }) => text).join(between), calls }
}
