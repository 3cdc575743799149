import type { ReadOptions } from '../reader.ts'
import { problemAt, problemIn, type Problem } from '../../problems.ts'
import type { Scan } from './scan.ts'

/**
 * The pages that are asked for, which form feeds separate. Problems: no-such-pages,
 * pages-not-marked, empty-scan.
 */
export function selectPages(
  scan: Scan,
  wanted: NonNullable<ReadOptions['pages']>,
): { value: Scan } | { problem: Problem } {
  const ends = [...scan.text.matchAll(/\f/g)].map(({ index }) => index)
  // A form feed ends the last page, too.
  const isEnd = scan.text.slice((ends.at(-1) ?? 0) + 1).trim() === ''
  const pages = isEnd ? ends.length : ends.length + 1
  const place = { file: scan.file, line: 1, column: 1 }
  if (ends.length === 0) return { problem: problemAt(place, 'pages-not-marked') }
  if (wanted.from > pages) return { problem: problemAt(place, 'no-such-pages', 'text', pages) }
  const from = wanted.from === 1 ? 0 : ends[wanted.from - 2]! + 1
  const text = scan.text.slice(from, ends[wanted.to - 1] ?? scan.text.length)
  if (text.trim() === '') return { problem: problemIn(scan, from, 'empty-scan') }
  const positionOf = (offset: number) => scan.positionOf(from + offset)
  return { value: { file: scan.file, text, positionOf } }
}
