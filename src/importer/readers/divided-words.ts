/** Words that the print divided at the end of a line. */
import { quoted } from '../report/remark.ts'

/**
 * Words of the whole source in lower case, with their frequency, by which divided words are recognised; besides, as they
 * are written, those with a capital behind a small letter.
 */
export type Vocabulary = ReadonlyMap<string, number>

/** Counts the words inside lines, with their hyphens. */
export function vocabularyOf(text: string): Vocabulary {
  const words = new Map<string, number>()
  const count = (word: string) => void words.set(word, (words.get(word) ?? 0) + 1)
  for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    count(word.toLowerCase())
    if (hasInnerCapital(word)) count(word)
  }
  return words
}

const hasInnerCapital = (word: string) => /\p{Ll}\p{Lu}/u.test(word)

/** How two lines are joined. */
export interface Joint {
  /** Between them, after `dropped`. */
  space: boolean
  /** The last character of the first line is a hyphen of the print. */
  dropped: boolean
  /** German, for the report. */
  remark: { text: string; question: boolean } | null
}

/** Signs of scripts that have no spaces between words. */
const withoutSpaces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\u3000-\u303F\uFF00-\uFF65]/u

/** Decides how the text before and after a line or page break is joined; neither has spaces at the break. */
export function jointOf(before: string, after: string, vocabulary: Vocabulary): Joint {
  if (!before || !after) return { space: false, dropped: false, remark: null }
  if (withoutSpaces.test(before.slice(-1)) && withoutSpaces.test(after[0]!))
    return { space: false, dropped: false, remark: null }
  const end = lastWordOf(before)
  const torn = /(?<![\p{L}*])(\p{L}[\p{L}*]*)([-\u00AD¬])$/u.exec(end)
  const rest = /^\p{L}+/u.exec(after)?.[0]
  if (/\S\/\S*[-/_=.%?&#~+]$|:\/\/\S*[^\s)\]>»“”",;]$|:\/\/$/.test(end) && /^[\w%-]/.test(after)) {
    const text = `Adresse ohne Leerzeichen verbunden: ${quoted(`${end}${/^\S*/.exec(after)![0]}`, 120)}.`
    return { space: false, dropped: false, remark: { text, question: true } }
  }
  if (/[\p{L}\p{N}][-\u00AD¬]$/u.test(end) && (!torn || !rest))
    return { space: !/^[\p{L}\p{N}]/u.test(after), dropped: false, remark: null }
  if (!torn || !rest) return { space: true, dropped: false, remark: null }

  const whole = (torn[1]! + rest).toLowerCase()
  const hyphenated = `${torn[1]}-${rest}`.toLowerCase()
  const soft = torn[2] !== '-'
  if (/^(?:und|oder|bzw|sowie|noch|als|wie|bis)$/.test(rest) && !vocabulary.has(whole))
    return { space: true, dropped: false, remark: null }
  // „Für-sich-sein“ is divided at one of its own hyphens, „Anna-Amalia-Bibliothek“ perhaps within a word.
  const isChained = /^\p{L}+-\p{L}/u.test(after) && vocabulary.has(torn[1]!.toLowerCase())
  const capital = /^\p{Lu}/u.test(rest)
  const acronym = /^\p{Lu}{2,}$/u.test(torn[1]!)
  const known = (vocabulary.get(hyphenated) ?? 0) > 0 && !vocabulary.has(whole)
  const isCapitals = acronym && /^\p{Lu}+$/u.test(rest) && rest.length > 1
  const knownWhole = vocabulary.has(whole) && !vocabulary.has(hyphenated)
  // A name as „KartenHaus“ is divided before its capital.
  const isName = knownWhole && capital && !acronym && vocabulary.has(torn[1]! + rest)
  if (
    !soft &&
    (capital || acronym || known || (isChained && !vocabulary.has(whole))) &&
    !(isCapitals && knownWhole) &&
    !isName
  ) {
    const text = `Bindestrich am Zeilenende beibehalten: ${quoted(`${torn[0]}${rest}`)}.`
    return { space: false, dropped: false, remark: { text, question: false } }
  }
  const text = `${quoted(`${torn[1]}-`)} und ${quoted(rest)} zu ${quoted(torn[1]! + rest)} verbunden.`
  return { space: false, dropped: true, remark: { text, question: false } }
}

/** Longest word, or address, that is looked at when a line ends in it. */
const longestWord = 400

const lastWordOf = (text: string): string => text.slice(-longestWord).split(/\s/).at(-1)!
