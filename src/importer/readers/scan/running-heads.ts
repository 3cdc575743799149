import type { Line, ScanRemark } from './scan.ts'
import { quoted, question } from '../../report/remark.ts'

/** A line that may be a running head or a page number; `key`: its words, equal for lines of one kind. */
export interface Candidate {
  index: number
  line: Line
  /** Empty if the line is only a number. */
  key: string
  number: number | null
  /** Side of the number, if there are words too. */
  side: 'left' | 'right' | null
}

/**
 * Whether lines with the same words are running heads with page numbers. As „Kapitel 1“, „Kapitel 2“ count up too,
 * running heads must repeat the title page or have their number on alternating sides.
 */
export function countsPages(heads: readonly Candidate[], repeatsTitle: boolean): boolean {
  const numbered = heads.filter(({ number }) => number !== null)
  const steps = numbered.slice(1).map(({ number }, i) => number! - numbered[i]!.number!)
  if (steps.length === 0 || steps.some((step) => step < 1 || step > 2)) return false
  return repeatsTitle || (steps.length > 1 && changesSides(numbered))
}

/** Whether even and odd pages have their number on different sides. */
export function changesSides(heads: readonly Candidate[]): boolean {
  const numbered = heads.filter(({ number }) => number !== null)
  const sides = numbered.map(({ number, side }) => (number! % 2 === 0) === (side === 'left'))
  const parities = new Set(numbered.map(({ number }) => number! % 2))
  return parities.size > 1 && new Set(sides).size === 1
}

/** Question about a repeated line that was not removed. */
export function repeats({ line }: Candidate): ScanRemark {
  const sentence = `Die Zeile ${quoted(line.text)} kommt, von Zahlen abgesehen, mehrmals vor und blieb stehen. Ist sie ein Kolumnentitel, ist sie zu streichen.`
  return question('dropped', line.offset, sentence)
}
