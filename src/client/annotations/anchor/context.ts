import type { CharacterRange } from '../../../contract/locator.ts'
import type { Quote } from '../model.ts'

/** How many characters around a span match those around the quote; the edge of a paragraph counts as `edge`. */
export function context(
  text: string,
  { start, end }: CharacterRange,
  { prefix, suffix }: Quote,
): number {
  const before = prefix ? alikeBefore(text, start, prefix) : start === 0 ? edge : 0
  const behind = suffix ? alikeBehind(text, end, suffix) : end === text.length ? edge : 0
  return before + behind
}

const edge = 8

function alikeBefore(text: string, start: number, prefix: string): number {
  let alike = 0
  while (alike < prefix.length && text[start - 1 - alike] === prefix[prefix.length - 1 - alike])
    alike++
  return alike
}

function alikeBehind(text: string, end: number, suffix: string): number {
  let alike = 0
  while (alike < suffix.length && text[end + alike] === suffix[alike]) alike++
  return alike
}

/** Where words stand in a paragraph, overlapping ones too. */
export function rangesOf(words: string, id: string, text: string): CharacterRange[] {
  const ranges: CharacterRange[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    ranges.push({ id, start: at, end: at + words.length })
  return ranges
}
