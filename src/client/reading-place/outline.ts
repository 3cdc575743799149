/** A citable paragraph on the page. */
export interface Paragraph {
  id: string
  /** Number of words. */
  words: number
  /** Index of the section among those of the outline; -1 before the first heading. */
  section: number
}

export interface Outline {
  paragraphs: Paragraph[]
  sections: { id: string; title: string }[]
}

/** Reading speed for difficult prose; the same as in the contents below the title. */
const wordsPerMinute = 200

/** Index of the last of `count` elements whose top is at or above a line; -1 if none. Tops must be in rising order. */
export function lastAbove(count: number, topOf: (index: number) => number, line: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (topOf(middle) <= line) low = middle + 1
    else high = middle
  }
  return low - 1
}

export interface Remaining {
  /** Minutes to the end of the section, and of the text. */
  section: number
  text: number
  /** Share of the text that has been read, 0 to 1. */
  read: number
}

/** What remains when the paragraph at `index` has been read up to the share `within`, 0 to 1. */
export function remaining({ paragraphs }: Outline, index: number, within: number): Remaining {
  const here = paragraphs[index]
  const total = sum(paragraphs)
  if (!here) return { section: 0, text: minutes(total), read: 0 }
  const unread = here.words * (1 - within)
  const after = paragraphs.slice(index + 1)
  const inSection = after.filter(({ section }) => section === here.section)
  const left = unread + sum(after)
  return {
    section: minutes(unread + sum(inSection)),
    text: minutes(left),
    read: total === 0 ? 0 : 1 - left / total,
  }
}

const sum = (paragraphs: readonly Paragraph[]) =>
  paragraphs.reduce((sum, { words }) => sum + words, 0)
const minutes = (words: number) => Math.ceil(words / wordsPerMinute)
