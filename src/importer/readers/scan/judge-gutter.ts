import type { Gutter, Row } from './find-gutters.ts'
import { isContentsLine } from './titles.ts'

/** `unsure`: read as columns, with a question; `kept`: read line by line, with a question; null: no columns. */
export type Judgement = 'columns' | 'unsure' | 'kept' | null

/** Whether what stands beside a gutter are columns of running text, not cells of a table, contents or verse. */
export function judge(rows: readonly Row[], gutter: Gutter, forced: boolean): Judgement {
  const sides = sidesOf(rows, gutter)
  const both = gutter.both.length
  const [lefts, rights] = [
    sides.flatMap(({ left }) => left || []),
    sides.flatMap(({ right }) => right || []),
  ]
  const words = Math.min(...[lefts, rights].map(wordsIn))
  if (forced) return both >= 2 && words >= 1.5 ? 'columns' : null
  if (both < 3 || !isAligned(rows, gutter)) return null
  const prose = [lefts, rights].map(proseIn)
  if (balance(lefts, rights) < 0.28 || words < 2.5 || Math.max(...prose) < 0.2)
    return isWide(gutter, both) && !areContents(rows, gutter) ? 'kept' : null
  return both >= 5 && words >= 3 && Math.min(...prose) >= 0.2 ? 'columns' : 'unsure'
}

/** Whether the gap is not there by chance, as in justified lines. */
const isWide = ({ left, edge }: Gutter, both: number): boolean => edge - left > 2 || both > 5

const areContents = (rows: readonly Row[], { both }: Gutter): boolean =>
  both.every((at) => isContentsLine(rows[at]!.text))

export const sidesOf = (rows: readonly Row[], { from, to, edge }: Gutter) =>
  rows.slice(from, to).map(({ text }) => ({
    left: text.slice(0, edge).trim(),
    right: text.slice(edge).trim(),
  }))

/** Mean number of words in a line. */
function wordsIn(lines: readonly string[]): number {
  const words = lines.map((line) => line.match(/\p{L}{2,}/gu)?.length ?? 0)
  return words.reduce((a, b) => a + b, 0) / Math.max(1, lines.length)
}

/** Share of the lines that begin in lower case, as running text goes on. */
const proseIn = (lines: readonly string[]): number =>
  lines.filter((line) => /^[«»‹›„“"(]*\p{Ll}/u.test(line)).length / Math.max(1, lines.length)

/** Whether most lines of the right column begin at the same place. */
function isAligned(rows: readonly Row[], { from, to, edge }: Gutter): boolean {
  const begins = rows
    .slice(from, to)
    .map(({ text }) => text.slice(edge).search(/\S/))
    .filter((at) => at >= 0)
    .sort((a, b) => a - b)
  const usual = begins[Math.floor(begins.length / 3)] ?? 0
  return begins.filter((at) => Math.abs(at - usual) <= 1).length * 2 >= begins.length
}

/** Width of the narrower column as a share of the wider one. */
function balance(lefts: readonly string[], rights: readonly string[]): number {
  const [a, b] = [lefts, rights].map((lines) => Math.max(...lines.map(({ length }) => length)))
  return Math.min(a!, b!) / Math.max(a!, b!)
}

/** The gutter without single lines at its ends that have a few words at both sides, as heads and feet have. */
export function withoutHeads(rows: readonly Row[], gutter: Gutter): Gutter {
  let { from, to } = gutter
  const isBlank = (at: number) => at < from || at >= to || rows[at]!.text.trim() === ''
  const isHead = (at: number) => {
    const { left, right } = sidesOf(rows, { ...gutter, from: at, to: at + 1 })[0]!
    return left !== '' && right !== '' && Math.min(wordsIn([left]), wordsIn([right])) <= 2
  }
  while (to - from > 1 && (isBlank(from) || (isBlank(from + 1) && isHead(from)))) from += 1
  while (to - from > 1 && (isBlank(to - 1) || (isBlank(to - 2) && isHead(to - 1)))) to -= 1
  return { ...gutter, from, to, both: gutter.both.filter((at) => at >= from && at < to) }
}
