/** Markdown that is nested deeper than any text, on which its parser would spend minutes. */
import type { SourceLine } from './lines.ts'

const most = 300

/** The first line with too many quotes or brackets inside each other, counted from 1; null if there is none. */
export function tooDeeplyNested(
  lines: readonly SourceLine[],
): { line: number; why: string } | null {
  let depth = 0
  for (const { text, origin } of lines) {
    if (text.trim() === '') depth = 0
    const quotes = /^(?:\s{0,3}>)+/.exec(text)?.[0] ?? ''
    if (quotes.replace(/\s/g, '').length > most)
      return { line: origin, why: `more than ${most} quotes are inside each other` }
    for (const [sign] of text.matchAll(/\\.|[[\](){}]/g)) {
      if ('[({'.includes(sign)) depth += 1
      else if ('])}'.includes(sign) && depth > 0) depth -= 1
      if (depth > most)
        return { line: origin, why: `more than ${most} brackets are inside each other` }
    }
  }
  return null
}
