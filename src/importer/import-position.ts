/** A position in an imported file; all numbers count from 1. */
export type ImportPosition =
  /** In a text file: scan, Markdown, HTML, TEI. */
  | { kind: 'line'; line: number; column: number }
  /** In a file with pages and lines: PDF. */
  | { kind: 'page'; page: number; line: number }
  /** In a file with neither: DOCX, ODT, EPUB. `part`: the file in the archive, unless it is the main one. */
  | { kind: 'paragraph'; part: string | null; paragraph: number }

export const start: ImportPosition = { kind: 'line', line: 1, column: 1 }

/** Returns a function from the offset of a character to its position. */
export function positionsIn(text: string): (offset: number) => ImportPosition & { kind: 'line' } {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
    starts.push(end + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { kind: 'line', line: low + 1, column: offset - starts[low]! + 1 }
  }
}

/** Sorts by order in the source. */
export function comparePositions(a: ImportPosition, b: ImportPosition): number {
  const [x, y] = [numbersOf(a), numbersOf(b)]
  const [part, other] = [partOf(a), partOf(b)]
  const parts = part === other ? 0 : part < other ? -1 : 1
  return parts || x[0] - y[0] || x[1] - y[1]
}

const partOf = (position: ImportPosition): string =>
  position.kind === 'paragraph' ? (position.part ?? '') : ''

function numbersOf(position: ImportPosition): [number, number] {
  switch (position.kind) {
    case 'line':
      return [position.line, position.column]
    case 'page':
      return [position.page, position.line]
    case 'paragraph':
      return [position.paragraph, 1]
  }
}

/** A position for messages: page or part are appended to the file, then line and column. */
export function inFile(
  file: string,
  position: ImportPosition,
): { file: string; line: number; column: number } {
  switch (position.kind) {
    case 'line':
      return { file, line: position.line, column: position.column }
    case 'page':
      return { file: `${file}, page ${position.page}`, line: position.line, column: 1 }
    case 'paragraph': {
      const part = position.part === null ? '' : `, ${position.part}`
      return { file: `${file}${part}, paragraph`, line: position.paragraph, column: 1 }
    }
  }
}
