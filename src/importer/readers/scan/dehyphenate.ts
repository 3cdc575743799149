import type { ScanRemark, Wording } from './scan.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { concat, nothing, slice, space, trimmed } from './wording.ts'

/** Words of the whole scan in lower case, with their frequency, by which divided words are recognised. */
export type Vocabulary = ReadonlyMap<string, number>

/** Counts the words inside lines, with their hyphens. */
export function vocabularyOf(text: string): Vocabulary {
  const words = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu))
    words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Joins the text before and after a line or page break: removes the hyphen of a divided word, else adds a space. */
export function dehyphenate(
  before: Wording,
  after: Wording,
  vocabulary: Vocabulary,
): { wording: Wording; remarks: ScanRemark[] } {
  const left = trimmed(before)
  const right = trimmed(after)
  if (!left.text || !right.text) return { wording: concat(left, right), remarks: [] }
  const end = lastWordOf(left.text)
  const torn = /(?<![\p{L}*])(\p{L}[\p{L}*]*)([-\u00AD¬])$/u.exec(end)
  const rest = /^\p{L}+/u.exec(right.text)?.[0]
  const offset = right.at[0]!
  if (/\S\/\S*[-/_=.]$|:\/\/\S*$/.test(end) && /^[\w%-]/.test(right.text))
    return {
      wording: concat(left, right),
      remarks: [
        question('hyphens', offset, `Adresse ohne Leerzeichen verbunden: ${joint(left, right)}.`),
      ],
    }
  if (/[\p{L}\p{N}][-\u00AD¬]$/u.test(end) && (!torn || !rest)) {
    const glue = /^[\p{L}\p{N}]/u.test(right.text) ? nothing : space(offset)
    return { wording: concat(left, glue, right), remarks: [] }
  }
  if (!torn || !rest) return { wording: concat(left, space(offset), right), remarks: [] }

  const whole = (torn[1]! + rest).toLowerCase()
  const hyphenated = `${torn[1]}-${rest}`.toLowerCase()
  const soft = torn[2] !== '-'
  if (/^(?:und|oder|bzw|sowie|noch|als|wie|bis)$/.test(rest) && !vocabulary.has(whole))
    return { wording: concat(left, space(offset), right), remarks: [] }
  const capital = /^\p{Lu}/u.test(rest)
  const acronym = /^\p{Lu}{2,}$/u.test(torn[1]!)
  const known = (vocabulary.get(hyphenated) ?? 0) > 0 && !vocabulary.has(whole)
  if (!soft && (capital || acronym || known)) {
    const kept = concat(left, right)
    const text = `Bindestrich am Zeilenende beibehalten: ${quoted(`${torn[0]}${rest}`)}.`
    return { wording: kept, remarks: [remark('hyphens', offset, text)] }
  }
  const text = `${quoted(`${torn[1]}-`)} und ${quoted(rest)} zu ${quoted(torn[1]! + rest)} verbunden.`
  return {
    wording: concat(slice(left, 0, left.text.length - 1), right),
    remarks: [remark('hyphens', offset, text)],
  }
}

/** Longest word, or address, that is looked at when a line ends in it. */
const longestWord = 400

const lastWordOf = (text: string): string => text.slice(-longestWord).split(/\s/).at(-1)!

function joint(left: Wording, right: Wording): string {
  return quoted(`${lastWordOf(left.text)}${/^\S*/.exec(right.text)![0]}`, 120)
}
