import type { Line } from './scan.ts'
import { isChapterTitle, numbersChapter } from './titles.ts'

/**
 * Chapters that begin a page have no running head above them, so that in a scan without form feeds their number stands
 * directly below the last line of the page before, which may be a note: a page ends before it.
 */
export function endPagesBeforeChapters(lines: readonly (Line | null)[]): (Line | null)[] {
  const isAlone = (at: number) => !lines[at - 1]?.text && !lines[at + 1]?.text
  const numbers = lines.flatMap((line, at) =>
    line && isRomanNumber(line.text) && titleBehind(lines, at) ? [at] : [],
  )
  // One chapter alone may be a reference at the end of a note.
  if (numbers.filter(isAlone).length < 2) return [...lines]
  const stuck = new Set(numbers.filter((at) => lines[at - 1]?.text))
  return lines.flatMap((line, at) => {
    if (!line || !stuck.has(at)) return [line]
    const blank = { ...line, text: '', calls: [], noteStart: null }
    return lines[at + 1]?.text ? [null, line, blank] : [null, line]
  })
}

const isRomanNumber = (text: string): boolean =>
  /^\p{L}{1,6}[.,]$/u.test(text) && numbersChapter(text)

/** Whether a title and a blank line follow. */
function titleBehind(lines: readonly (Line | null)[], at: number): boolean {
  const title = at + (lines[at + 1]?.text ? 1 : 2)
  const line = lines[title]
  return !!line?.text && lines[title + 1]?.text === '' && isChapterTitle({ lines: [line] })
}
