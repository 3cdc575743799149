import { foldWord } from '../../contract/folding.ts'
import { bareWords } from '../../contract/wording.ts'

export interface Query {
  /** Words in quotes, at least two, to be found one after another. */
  phrases: string[][]
  words: string[]
  /** How many words are looked for where more were typed or pasted; absent: all. */
  cut?: number
}

/** Each word costs several searches. */
const mostWords = 60

const quoted = /[„“”"«»‹›‚‘]\s*([^„“”"«»‹›‚‘]+?)\s*[„“”"«»‹›‚‘]/gu

/** Splits what a reader typed or pasted into phrases and words, without punctuation. */
export function readQuery(typed: string): Query {
  const phrases: string[][] = []
  const rest = clean(typed).replace(quoted, (_, inside: string) => {
    const words = split(inside)
    if (words.length < 2) return ` ${words.join(' ')} `
    phrases.push(words)
    return ' '
  })
  return bounded(phrases, [...new Set(split(rest))])
}

/** The first words; the same word is looked for once. */
function bounded(phrases: string[][], words: string[]): Query {
  const count = phrases.flat().length + words.length
  if (count <= mostWords) return { phrases, words }
  let left = mostWords
  const kept = phrases.filter(({ length }) => (left -= length) >= 0)
  const room = mostWords - kept.flat().length
  return { phrases: kept, words: words.slice(0, room), cut: mostWords }
}

const clean = (typed: string) =>
  bareWords(typed.normalize('NFC'))
    .replace(/https?:\/\/(?:www\.)?/gi, '')
    .replace(/[<>]/g, ' ')
    .replace(/(?<=\p{L})[*:_/·](?=in(?:nen)?(?!\p{L}))/gu, '')
    .replace(/(?<=\p{L})\((in(?:nen)?)\)/gu, '$1')
    .replace(/(?<=\p{Ll})I(?=n(?:nen)?(?!\p{L}))/gu, 'i')

const split = (words: string): string[] =>
  words
    .replace(/[„“”"«»‹›‚‘]/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => foldWord(word) !== '')
