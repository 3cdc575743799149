import { wordsIn, type Word } from './alike.ts'
import { lettersOf } from './letters.ts'
import { isMended } from './mended.ts'

/**
 * Whether two wordings differ in what tells one passage from another: a name, a noun, a number, a „nicht“. A letter
 * mended in a longer word is no difference.
 */
export function changesMatter(before: string, now: string): boolean {
  const [old, added] = [wordsIn(before), wordsIn(now)].map(listOf) as [string[], string[]]
  for (const word of [...old]) if (added.includes(word)) take(old, take(added, word))
  for (const word of [...old]) {
    const mended = added.find((other) => isMended(word, other))
    if (mended) take(old, word) && take(added, mended)
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

/** Whether two wordings are word by word the same, but for letters mended in longer words and words written twice. */
export function isOnlyMended(before: string, now: string): boolean {
  const [old, added] = [before, now].map((text) => listOf(onceEach(wordsIn(text)))) as [
    string[],
    string[],
  ]
  return (
    old.length === added.length &&
    old.every((word, i) => word === added[i] || isMended(word, added[i]!)) &&
    signsIn(before) === signsIn(now)
  )
}

export const onceEach = (words: readonly Word[]) =>
  words.filter(({ word }, i) => word !== words[i - 1]?.word)

const signsIn = (text: string) => lettersOf(text).letters.replace(/\p{L}/gu, '')
