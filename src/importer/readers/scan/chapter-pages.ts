import type { Line } from './scan.ts'
import { isChapterTitle, numbersChapter } from './titles.ts'

/**
 * Chapters that begin a page have no running head above them, so that in a scan without form feeds their number stands
 * directly below the last line of the page before, which may be a note: a page ends before it. `added`: indexes of the
 * lines that are put between.
 */
export function endPagesBeforeChapters(lines: readonly (Line | null)[]): {
  value: (Line | null)[]
  added: ReadonlySet<number>
} {
  const isAlone = (at: number) => !lines[at - 1]?.text && !lines[at + 1]?.text
  const numbers = lines.flatMap((line, at) =>
    line && isRomanNumber(line.text) && titleBehind(lines, at) ? [at] : [],
  )
  // One chapter alone may be a reference at the end of a note.
  // One number alone may end a note.
  const stuck = numbers.filter(isAlone).length < 2 ? [] : numbers.filter((at) => !isAlone(at))
  const value: (Line | null)[] = []
  const added = new Set<number>()
  const add = (line: Line | null) => {
    added.add(value.length)
    value.push(line)
  }
  for (const [at, line] of lines.entries()) {
    const begins = line && stuck.includes(at)
    if (begins && lines[at - 1]?.text) add(null)
    value.push(line)
    if (begins && lines[at + 1]?.text) add({ ...line, text: '', calls: [], noteStart: null })
  }
  return { value, added }
}

const isRomanNumber = (text: string): boolean =>
  /^\p{L}{1,6}[.,]$/u.test(text) && numbersChapter(text)

/** Whether a title and a blank line follow. */
function titleBehind(lines: readonly (Line | null)[], at: number): boolean {
  const title = at + (lines[at + 1]?.text ? 1 : 2)
  const line = lines[title]
  return !!line?.text && lines[title + 1]?.text === '' && isChapterTitle({ lines: [line] })
}
