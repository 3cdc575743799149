import type { Item, Line, PlainLine } from './scan.ts'

/** The lines of a text; null for a form feed, where a page ends. A common indent of all lines is removed. */
export function linesOf(text: string): (PlainLine | null)[] {
  const lines = indentedLines(text)
  const common = lines.reduce(
    (least, line) => (line?.text ? Math.min(least, line.indent) : least),
    Infinity,
  )
  return lines.map((line) => line && { ...line, indent: Math.max(0, line.indent - common) })
}

function indentedLines(text: string): (PlainLine | null)[] {
  const lines: (PlainLine | null)[] = []
  let offset = 0
  for (const [index, page] of text.split('\f').entries()) {
    if (index > 0) {
      lines.push(null)
      offset += 1
    }
    for (const line of page.split('\n')) {
      const start = line.length - line.trimStart().length
      lines.push({
        text: line.trim(),
        offset: offset + start,
        indent: columns(line.slice(0, start)),
      })
      offset += line.length + 1
    }
    offset -= 1
  }
  return lines
}

/** Groups lines into blocks, which are separated by blank lines and seams. */
export function blocksOf(lines: readonly (Line | null)[]): Item[] {
  const items: Item[] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (line === null) {
      items.push({ kind: 'seam' })
      open = null
    } else if (line.text === '') open = null
    else if (open) open.push(line)
    else {
      open = [line]
      items.push({ kind: 'block', lines: open })
    }
  }
  return items
}

/** Width of white space; a tab counts as four columns. */
const columns = (space: string): number => space.replaceAll('\t', '    ').length
