import type { SourceWords } from '../reader.ts'
import type { Element, Line, PlainLine, Scan, ScanNote } from './scan.ts'

/** The words of a scan, line by line, without what is a mark of a note or is left out with a remark. */
export function wordsOfScan(
  { text, positionOf }: Scan,
  plain: readonly (PlainLine | null)[],
  marked: readonly (Line | null)[],
  elements: readonly Element[],
  notes: readonly ScanNote[],
): SourceWords {
  const parts: string[] = []
  let at = 0
  const blank = (from: number, to: number) => {
    if (from < at) return
    parts.push(text.slice(at, from), ' '.repeat(to - from))
    at = to
  }
  for (const [i, line] of plain.entries()) {
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
  const signs = [
    // Addresses that the print divides are whole in the link.
    ...passages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? [mark.url] : [])),
    ),
    ...elements.map(({ number }) => String(number ?? '')),
  ]
  // The names of TeX commands are read as characters.
  const source = parts.join('').replace(/\\[a-zA-Z]+/g, (command) => ' '.repeat(command.length))
  let offset = 0
  const lines = source.split('\n').map((line) => {
    const at = { kind: 'line' as const, ...positionOf(offset) }
    offset += line.length + 1
    return { text: line, at }
  })
  return { lines, signs, notesInOrder: true }
}
