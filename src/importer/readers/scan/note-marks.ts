/** A way in which scans write the raised number of a note. */
export interface Notation {
  name: 'superscript' | 'caret' | 'bracket'
  /** The mark anywhere; group 1 holds the digits. */
  mark: RegExp
}

const notations: readonly Notation[] = [
  { name: 'superscript', mark: /([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g },
  { name: 'caret', mark: /\^(\d{1,3})\^/g },
  // Four digits in brackets are a year; an address in parentheses makes a link.
  { name: 'bracket', mark: /\[(\d{1,3})\](?!\((?:https?|mailto):)/g },
]

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function valueOf(digits: string): number {
  return Number([...digits].map((d) => (raised.includes(d) ? raised.indexOf(d) : d)).join(''))
}

/** The mark with which a line begins a note: its number and where the wording begins. */
export function noteStart(
  notation: Notation,
  line: string,
): { number: number; length: number } | null {
  const match = new RegExp(`^(\\s*)(?:${notation.mark.source})[:.)]?\\s+(?=\\S)`, 'u').exec(line)
  return match && { number: valueOf(match[2]!), length: match[0].length }
}

/** The notation that most lines of the scan begin with, or null where none begins a note. */
export function notationOf(lines: readonly string[]): Notation | null {
  const counted = notations.map((notation) => ({
    notation,
    count: lines.filter((line) => noteStart(notation, line)).length,
  }))
  const [best] = counted.sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.notation : null
}

export interface Call {
  number: number
  /** Where the mark stands in the text it was found in. */
  index: number
  length: number
}

const unit = /(?:^|[^\p{L}])(?:[kcmd]?m|h|s)$/u

/** The calls in a text; m² and km³ are units, no calls. */
export function callsIn(notation: Notation, text: string): Call[] {
  return [...text.matchAll(new RegExp(notation.mark.source, 'gu'))]
    .map((match) => ({
      number: valueOf(match[1]!),
      index: match.index,
      length: match[0].length,
    }))
    .filter(
      ({ index, number }) =>
        number > 0 &&
        !(notation.name === 'superscript' && number < 4 && unit.test(text.slice(0, index))),
    )
}

/** The text without its calls; a star that calls the star note is left to the caller. */
export function withoutCalls(notation: Notation, text: string): string {
  let rest = ''
  let end = 0
  for (const { index, length } of callsIn(notation, text)) {
    rest += text.slice(end, index)
    end = index + length
  }
  return rest + text.slice(end)
}
