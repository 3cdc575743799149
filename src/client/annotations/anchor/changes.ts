import type { Quote } from '../model.ts'
import { wordsIn, type Word } from './alike.ts'

/**
 * Whether two wordings differ in what tells one passage from another: a name, a noun, a number, a „nicht“.
 * @param spelling whether a letter corrected in a longer word is no difference
 */
export function changesMatter(before: string, now: string, spelling: boolean): boolean {
  const [old, added] = [wordsIn(before), wordsIn(now)].map(listOf) as [string[], string[]]
  for (const word of [...old]) if (added.includes(word)) take(old, take(added, word))
  if (spelling)
    for (const word of [...old]) {
      const corrected = added.find((other) => isCorrection(word, other))
      if (corrected) take(old, word) && take(added, corrected)
    }
  return [...old, ...added].some((word) => telling.test(word))
}

/** Names and nouns, numbers in digits or words, and what turns a sentence into its opposite. */
const telling =
  /^\p{Lu}|\p{N}|^(?:nicht|nie|niemals|weder|ohne|kein\p{L}*|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:und|t|tel|zehn|zig|hundert|tausend)?|\p{L}*(?:zig|hundert|tausend))$/u

const listOf = (words: readonly Word[]) => words.map(({ word }) => word)

function take(list: string[], word: string): string {
  list.splice(list.indexOf(word), 1)
  return word
}

/** Whether one letter of a word was replaced, put in or taken out. */
function isCorrection(a: string, b: string): boolean {
  if (/\p{N}/u.test(a + b) || Math.min(a.length, b.length) < 6) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** Whether a paragraph has a word of some length in common with the quote and what stood around it. */
export function sharesWords({ prefix, exact, suffix }: Quote, text: readonly Word[]): boolean {
  const words = new Set(listOf(wordsIn(`${prefix}${exact}${suffix}`)).filter(isTelling))
  return text.some(({ word }) => words.has(word))
}

const isTelling = (word: string) => word.length >= 4
