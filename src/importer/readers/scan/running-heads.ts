import type { Line, ScanRemark } from './scan.ts'
import { quoted, question } from '../../report/remark.ts'

/** A line that may be a running head or a page number; `key` is what it has in common with its like. */
export interface Candidate {
  index: number
  line: Line
  /** Empty where the line is only a number. */
  key: string
  number: number | null
  /** Where the number stands beside words. */
  side: 'left' | 'right' | null
}

/**
 * Do the numbers beside the same words count up page by page? „Kapitel 1“, „Kapitel 2“ do so as well:
 * a running head repeats the title page, or its number changes sides.
 */
export function countsPages(heads: readonly Candidate[], repeatsTitle: boolean): boolean {
  const numbered = heads.filter(({ number }) => number !== null)
  const steps = numbered.slice(1).map(({ number }, i) => number! - numbered[i]!.number!)
  if (steps.length === 0 || steps.some((step) => step < 1 || step > 2)) return false
  return repeatsTitle || (steps.length > 1 && changesSides(numbered))
}

/** Even pages have their number on one side, odd ones on the other. */
export function changesSides(heads: readonly Candidate[]): boolean {
  const numbered = heads.filter(({ number }) => number !== null)
  const sides = numbered.map(({ number, side }) => (number! % 2 === 0) === (side === 'left'))
  const parities = new Set(numbered.map(({ number }) => number! % 2))
  return parities.size > 1 && new Set(sides).size === 1
}

/** A line that stands in the scan more than once and was not dropped. */
export function repeats({ line }: Candidate): ScanRemark {
  const sentence = `Die Zeile ${quoted(line.text)} kommt, von Zahlen abgesehen, mehrmals vor und blieb stehen. Ist sie ein Kolumnentitel, ist sie zu streichen.`
  return question('dropped', line.offset, sentence)
}
