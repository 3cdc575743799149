import type { Item, Line } from './model.ts'

/** The lines of a text, without the spaces at their ends; null for a form feed, where a page ends. */
export function linesOf(text: string): (Line | null)[] {
  const lines: (Line | null)[] = []
  let offset = 0
  for (const [index, page] of text.split('\f').entries()) {
    if (index > 0) {
      lines.push(null)
      offset += 1
    }
    for (const line of page.split('\n')) {
      lines.push({ text: line.trimEnd(), offset })
      offset += line.length + 1
    }
    offset -= 1
  }
  return lines
}

/** Groups lines into blocks: a blank line or a seam parts them. */
export function blocksOf(lines: readonly (Line | null)[]): Item[] {
  const items: Item[] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (line === null) {
      items.push({ kind: 'seam' })
      open = null
    } else if (line.text.trim() === '') open = null
    else if (open) open.push(line)
    else {
      open = [line]
      items.push({ kind: 'block', lines: open })
    }
  }
  return items
}

/** Columns by which a line is indented; a tab counts as four. */
export function indentOf(line: Line): number {
  return /^[ \t]*/.exec(line.text)![0].replaceAll('\t', '    ').length
}
