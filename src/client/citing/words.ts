const letter = /[\p{L}\p{N}]/u

/** Does no word reach over either end? */
export const isWhole = (text: string, from: number, to: number): boolean =>
  !(letter.test(text[from - 1] ?? '') && letter.test(text[from]!)) &&
  !(letter.test(text[to] ?? '') && letter.test(text[to - 1]!))

/** Back to where the word around a place begins. */
export function wordStart(text: string, at: number): number {
  while (at > 0 && letter.test(text[at] ?? '') && letter.test(text[at - 1]!)) at--
  return at
}

/** On to where it ends. */
export function wordEnd(text: string, at: number): number {
  while (at < text.length && letter.test(text[at - 1] ?? '') && letter.test(text[at]!)) at++
  return at
}
