const letter = /[\p{L}\p{N}]/u

/** Whether neither end cuts a word. */
export const isWhole = (text: string, from: number, to: number): boolean =>
  !(letter.test(text[from - 1] ?? '') && letter.test(text[from]!)) &&
  !(letter.test(text[to] ?? '') && letter.test(text[to - 1]!))

/** Start of the word around an offset. */
export function wordStart(text: string, at: number): number {
  while (at > 0 && letter.test(text[at] ?? '') && letter.test(text[at - 1]!)) at--
  return at
}

/** End of the word around an offset. */
export function wordEnd(text: string, at: number): number {
  while (at < text.length && letter.test(text[at - 1] ?? '') && letter.test(text[at]!)) at++
  return at
}
