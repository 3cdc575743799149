import type { Measures } from './measures.ts'
import { indentOf, textOf, type Line } from './page-model.ts'

export interface ListMarker {
  /** Null: a bullet. */
  number: number | null
  /** Characters of the line that are only the mark. */
  text: string
  /** Bullets and numbers of the same form. */
  form: string
  /** Left edge of the words behind it. */
  wordsAt: number
}

/** Bullets, some of them from fonts for signs. */
const bullet =
  /^([•◦▪‣●○■□➢➤✓∙·⁃\u{F0A7}\u{F0B7}\u{F0D8}\u{F0A8}\u{F02D}\u{F0FC}\u{F076}]|[-–—*o](?=\s))\s*/u
const numbered = /^(\(?)(\d{1,3}|[a-z]|[ivx]{1,5})([.)])(?=\s|$)\s*/

/** The mark of an item of a list with which a line begins. */
export function listMarker(line: Line, { size }: Measures): ListMarker | null {
  const text = textOf(line)
  const [first] = line.pieces
  const dot = bullet.exec(text)
  const number = numbered.exec(text)
  const match = dot ?? number
  if (!match || !first || first.raised) return null
  // Dashes also begin speech and sums: as bullets they are indented or stand apart from the words.
  const behind = wordsAt(line, match[0])
  if (dot?.[1] === 'o' && behind - line.x < 1.2 * size) return null
  if (dot && /[-–—*]/.test(dot[1]!) && indentOf(line) < 0.5 * size && behind - line.x < 1.1 * size)
    return null
  if (
    number &&
    indentOf(line) < 0.3 * size &&
    behind - line.x < 0.9 * size &&
    !/^\d/.test(number[2]!)
  )
    return null
  return {
    number: dot ? null : (numberOf(number![2]!) ?? null),
    text: match[0].trim(),
    form: dot ? dot[1]! : `${number![1]}${/\d/.test(number![2]!) ? '1' : 'a'}${number![3]}`,
    wordsAt: behind,
  }
}

const numberOf = (text: string): number | undefined =>
  /\d/.test(text) ? Number(text) : text.length === 1 ? text.charCodeAt(0) - 96 : undefined

function wordsAt({ pieces }: Line, mark: string): number {
  let left = mark.trim().length
  for (const piece of pieces) {
    if (left <= 0) return piece.x
    if (piece.text.length > left) {
      const text = piece.text
      const behind = left + (text.slice(left).length - text.slice(left).trimStart().length)
      return piece.x + ((piece.right - piece.x) * behind) / text.length
    }
    left -= piece.text.length
  }
  return pieces.at(-1)!.right
}
