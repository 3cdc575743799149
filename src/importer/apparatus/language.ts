import { english, german } from './words.ts'

/** `en` and `de` are certain; `unsure` is left to the editor. */
export type Verdict = 'en' | 'de' | 'unsure'

/** English endings of words in lower case; German nouns with these endings are capitalised. */
const englishEnding =
  /^\p{Ll}{2,}(?:ings?|tions?|sions?|ments?|ness|ity|ities|ware|ship|ic|ics|ous|ful|ized|ated|ally|cts|ncy|dge)$/u
const germanEnding =
  /(?:ungs?|ungen|heit|heiten|keit|keiten|isch(?:e[nmrs]?)?|lich(?:e[nmrs]?)?|schaft|tät|täten|ierung|ier(?:en|t|te))$/u

/** Numbers of words that are typically English or German, by common words and endings. */
function evidenceIn(words: readonly string[]): { en: number; de: number } {
  let en = 0
  let de = 0
  for (const [i, word] of words.entries()) {
    const lower = word.toLowerCase()
    const common = english.has(lower)
    const noun = i > 0 && words.length <= 3 && /^\p{Lu}\p{Ll}/u.test(word) && !common
    if (common || /'s$|n't$/.test(lower) || englishEnding.test(word)) en += 1
    if (noun || german.has(lower) || /[äöüß]/i.test(word) || germanEnding.test(lower)) de += 1
  }
  return { en, de }
}

/** In names of files and addresses, which are of no language: „karte-2.png“, „example.org/water“. */
const ofFileName = /[\p{L}\p{N}_]\.\p{Ll}[\p{L}\p{N}]{1,9}(?![\p{L}\p{N}])|:\/\/|^\W*www\./u

/** «[T]he» is one word; hyphens separate words. */
function wordsOf(text: string): string[] {
  const spoken = text.split(/\s+/).filter((piece) => !ofFileName.test(piece))
  const bare = spoken.join(' ').replace(/[[\]]/g, '')
  const words = bare.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []
  return words.map((word) => word.replace('’', "'"))
}

/** The language of a few words in a German text; conservative. */
export function languageOf(text: string): Verdict {
  const words = wordsOf(text)
  if (words.length === 0) return 'de'
  // A single capitalised word counts as a German noun, whatever its origin («Interface»).
  if (words.length === 1 && /^\p{Lu}/u.test(words[0]!)) return 'de'
  const { en, de } = evidenceIn(words)
  if (de === 0 && en > 0) return en * 6 >= words.length ? 'en' : 'unsure'
  if (de > 0 && en > 0) return en >= 4 * de ? 'en' : de >= en ? 'de' : 'unsure'
  const lowerCase = words.length > 1 && words.every((word) => /^\p{Ll}/u.test(word))
  return de === 0 && lowerCase ? 'unsure' : 'de'
}

/** The language of a title; undefined if there is too little evidence. */
export function languageOfTitle(title: string): 'en' | 'de' | undefined {
  const words = wordsOf(title).map((word) => word.toLowerCase())
  if (words.length < 2) return undefined
  const { en, de } = evidenceIn(words)
  if (en >= 2 * de && en > 0) return 'en'
  return de > en ? 'de' : undefined
}
