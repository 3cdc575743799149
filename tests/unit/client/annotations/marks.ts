import { contextLength, type Quote } from '../../../../src/client/annotations/model.ts'

/** A quote of words in a wording, as the page makes it. */
export function quote(id: string, wording: string, start: number, end: number): Quote {
  return {
    id,
    start,
    end,
    exact: wording.slice(start, end),
    prefix: wording.slice(Math.max(0, start - contextLength), start),
    suffix: wording.slice(end, end + contextLength),
  }
}

/** A quote of these words, the first of their kind. */
export function quoteOf(id: string, wording: string, words: string): Quote {
  const start = wording.indexOf(words)
  return quote(id, wording, start, start + words.length)
}
