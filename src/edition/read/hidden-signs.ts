import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionBehind } from '../../problems/source-position.ts'

/**
 * Signs that no reader sees and that change what others are, or break what is made of the words: controls, overrides of
 * the direction, separators of lines, halves of signs, and codes without a meaning, some of which the edition uses
 * itself. NUL and U+FFFD are another problem.
 */
const hidden =
  /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e007f}]|(?<=.)\ufeff/su

/** „U+202E“ of the first such sign, and where it stands in the words. */
export const hiddenSign = (words: string) => firstOf(hidden, words)

/** The same in words that were written with escapes, in which NUL and U+FFFD are meant as they are. */
export const escapedSign = (words: string) => hiddenSign(words) ?? firstOf(/[\0\ufffd]/, words)

function firstOf(signs: RegExp, words: string): { index: number; code: string } | null {
  const index = words.search(signs)
  if (index < 0) return null
  return { index, code: nameOf(words.codePointAt(index)!) }
}

const nameOf = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** The first sign of the kind in a file, and the first that Markdown would make of a reference such as `&#8238;`. */
export function hiddenSigns(path: string, source: string): Problem[] {
  const at = (index: number, code: string) =>
    problem(
      positionBehind({ path, line: 1, column: 1 }, source.slice(0, index)),
      'hidden-sign',
      code,
    )
  const found = hiddenSign(source)
  if (found) return [at(found.index, found.code)]
  if (!path.endsWith('.md')) return []
  for (const { 0: reference, 1: digits = '', index } of source.matchAll(/&#(x[\da-f]+|\d+);/gi)) {
    const code = Number(digits.replace(/^x/i, '0x'))
    if (code > 0x10ffff || escapedSign(`.${String.fromCodePoint(code)}`))
      return [at(index, reference)]
  }
  return []
}
