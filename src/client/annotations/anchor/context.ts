import type { CharacterRange } from '../../../contract/locator.ts'
import { contextLength, longestContext, type Quote } from '../model.ts'

/** What of two wordings is compared. */
export type Compared = (words: string) => string

/** How many characters around a range match those around the quote; the edge of a paragraph counts as `edge`. */
export function context(
  text: string,
  { start, end }: CharacterRange,
  quote: Quote,
  compared: Compared = (words) => words,
): number {
  const [left, right] = [compared(text.slice(0, start)), compared(text.slice(end))]
  const [prefix, suffix] = [compared(quote.prefix), compared(quote.suffix)]
  const before = prefix ? alikeBefore(left, left.length, prefix) : left ? 0 : edge
  const behind = suffix ? alikeBehind(right, 0, suffix) : right ? 0 : edge
  return before + behind
}

const edge = 8

/** Shorter quotes also need matching context. Characters. */
export const tellingLength = 24
/** Matching characters of context that a short quote needs: at its old place, and at any other. */
export const tellingContext = { there: 12, moved: 24 }

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

/** Whether all that stood around the quote stands around a range, the edge of the paragraph too. */
export function matchesWholly(
  text: string,
  { start, end }: CharacterRange,
  { prefix, suffix }: Quote,
  compared: Compared = (words) => words,
): boolean {
  const [left, right] = [compared(text.slice(0, start)), compared(text.slice(end))]
  const [before, behind] = [compared(prefix), compared(suffix)]
  return (
    left.endsWith(before) &&
    right.startsWith(behind) &&
    (prefix.length >= contextLength || left.length === before.length) &&
    (suffix.length >= contextLength || right.length === behind.length)
  )
}

/** Whether a range begins and ends within words only where the quote did. */
export const cutsAlike = (text: string, { start, end }: CharacterRange, quote: Quote): boolean =>
  isWithin(text.slice(0, start), text.slice(start)) === isWithin(quote.prefix, quote.exact) &&
  isWithin(text.slice(0, end), text.slice(end)) === isWithin(quote.exact, quote.suffix)

const isWithin = (before: string, behind: string) =>
  /[\p{L}\p{N}\u00ad*]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}\u00ad*]/u.test(behind)

/**
 * A range as a quote. Where the same words stand elsewhere in much the same context, it is `repeated`, and its context
 * goes as far as is needed to tell it from them.
 */
export function quoteOf(
  span: CharacterRange,
  text: string,
  others: Iterable<{ id: string; text: string }>,
): Quote {
  const { id, start, end } = span
  const exact = text.slice(start, end)
  let [before, behind] = [contextLength, contextLength]
  const quote = (): Quote => ({
    id,
    start,
    end,
    exact,
    prefix: text.slice(Math.max(0, start - before), start),
    suffix: text.slice(end, end + behind),
  })
  const usual = quote()
  let repeated = false
  for (const other of others)
    for (const place of rangesOf(exact, other.id, other.text)) {
      if (other.id === id && place.start === start) continue
      if (exact.length < tellingLength && context(other.text, place, usual) < tellingContext.there)
        continue
      repeated = true
      const left = alikeBefore(other.text, place.start, text.slice(0, start))
      const right = alikeBehind(other.text, place.end, text.slice(end))
      if (left < Math.min(before, start) || right < Math.min(behind, text.length - end)) continue
      if (left < start) before = Math.min(left + 1, longestContext)
      else behind = Math.min(right + 1, longestContext)
    }
  return repeated ? { ...quote(), repeated } : usual
}

/** Where words stand in a paragraph, overlapping ones too. */
export function rangesOf(words: string, id: string, text: string): CharacterRange[] {
  const ranges: CharacterRange[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    ranges.push({ id, start: at, end: at + words.length })
  return ranges
}
