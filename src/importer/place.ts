/** Place in an imported file; all numbers count from 1. */
export type Place =
  /** In a text file: scan, Markdown, HTML, TEI. */
  | { kind: 'line'; line: number; column: number }
  /** In a file with pages and lines: PDF. */
  | { kind: 'page'; page: number; line: number }
  /** In a file with neither: DOCX, ODT, EPUB. `part`: the file in the archive, unless it is the main one. */
  | { kind: 'paragraph'; part: string | null; paragraph: number }

export const start: Place = { kind: 'line', line: 1, column: 1 }

/** Returns a function from the offset of a character to its place. */
export function placesIn(text: string): (offset: number) => Place & { kind: 'line' } {
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
export function comparePlaces(a: Place, b: Place): number {
  const [x, y] = [numbersOf(a), numbersOf(b)]
  const parts = partOf(a).localeCompare(partOf(b))
  return parts || x[0] - y[0] || x[1] - y[1]
}

const partOf = (place: Place): string => (place.kind === 'paragraph' ? (place.part ?? '') : '')

function numbersOf(place: Place): [number, number] {
  switch (place.kind) {
    case 'line':
      return [place.line, place.column]
    case 'page':
      return [place.page, place.line]
    case 'paragraph':
      return [place.paragraph, 1]
  }
}

/** A place for messages: page or part are appended to the file, then line and column. */
export function inFile(file: string, place: Place): { file: string; line: number; column: number } {
  switch (place.kind) {
    case 'line':
      return { file, line: place.line, column: place.column }
    case 'page':
      return { file: `${file}, page ${place.page}`, line: place.line, column: 1 }
    case 'paragraph': {
      const part = place.part === null ? '' : `, ${place.part}`
      return { file: `${file}${part}, paragraph`, line: place.paragraph, column: 1 }
    }
  }
}
