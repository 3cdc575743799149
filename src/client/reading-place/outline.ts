/** A citable paragraph on the page, and the words in it. */
export interface Place {
  id: string
  words: number
  /** Index of the section among those of the outline; -1 before the first heading. */
  section: number
}

export interface Outline {
  places: Place[]
  sections: { id: string; title: string }[]
}

/** A pace for difficult prose, the same as in the contents under the title. */
const wordsPerMinute = 200

/** Index of the last of `count` things that begin at or above a line; -1 where all are below. Tops rise with the index. */
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
  /** Share of the text that is read, 0 to 1. */
  read: number
}

/** What remains when the paragraph at `index` has been read to the share `within`. */
export function remaining({ places }: Outline, index: number, within: number): Remaining {
  const here = places[index]
  const total = sum(places)
  if (!here) return { section: 0, text: minutes(total), read: 0 }
  const unread = here.words * (1 - within)
  const after = places.slice(index + 1)
  const inSection = after.filter(({ section }) => section === here.section)
  const left = unread + sum(after)
  return {
    section: minutes(unread + sum(inSection)),
    text: minutes(left),
    read: total === 0 ? 0 : 1 - left / total,
  }
}

const sum = (places: readonly Place[]) => places.reduce((words, place) => words + place.words, 0)
const minutes = (words: number) => Math.ceil(words / wordsPerMinute)
