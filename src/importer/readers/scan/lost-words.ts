import { askAboutLostWords } from '../../report/lost-words.ts'
import type { HeadLine } from './head.ts'
import type { Element, Line, PlainLine, Scan, ScanNote, ScanRemark } from './scan.ts'

/** Compares the words of a scan with those of its text and notes; marks and running heads are named elsewhere. */
export function lostWords(
  { text }: Scan,
  lines: readonly (PlainLine | null)[],
  marked: readonly (Line | null)[],
  headLines: readonly HeadLine[],
  elements: readonly Element[],
  notes: readonly ScanNote[],
  named: readonly ScanRemark[],
): ScanRemark[] {
  const parts: string[] = []
  let at = 0
  const blank = (from: number, to: number) => {
    if (from < at) return
    parts.push(text.slice(at, from), ' '.repeat(to - from))
    at = to
  }
  for (const [i, line] of lines.entries()) {
    if (!line) continue
    const own = marked[i]
    if (!own) {
      blank(line.offset, line.offset + line.text.length)
      continue
    }
    if (own.noteStart) blank(own.offset, own.offset + own.noteStart.length)
    for (const { index, mark } of own.calls)
      blank(own.offset + index, own.offset + index + mark.length)
  }
  parts.push(text.slice(at))
  const passages = [
    ...elements.map(({ content }) => content),
    ...notes.flatMap(({ paragraphs }) => paragraphs),
  ]
  const kept = [
    ...passages.map((passage) => passage.text),
    ...passages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? [mark.url] : [])),
    ),
    ...elements.map(({ number }) => String(number ?? '')),
    ...headLines.flatMap((line) => line.lines.map((one) => one.text)),
    ...named
      .filter(({ topic, text: said }) => topic === 'dropped' && said.includes('weggelassen'))
      .map((one) => one.text),
  ]
  // The names of TeX commands are read as characters.
  const source = parts.join('').replace(/\\[a-zA-Z]+/g, (command) => ' '.repeat(command.length))
  return askAboutLostWords(source, kept)
}
