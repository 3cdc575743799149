import type { CharacterRange } from '../../../contract/locator.ts'
import type { Quote } from '../model.ts'
import { findAlike, wordsIn, type Alike } from './alike.ts'
import { context, rangesOf } from './context.ts'
import type { Wordings } from './text.ts'

/** Where marked words stand now; `how`: as they did, their words elsewhere, words much like them, or no words. */
export type Found =
  | ({ how: 'there' | 'words' | 'alike' } & CharacterRange)
  | { how: 'paragraph'; id: string }
  | { how: 'none' }

/** Shorter quotes also need matching context. Characters. */
const tellingLength = 24
/** Matching characters of context that a short quote needs: at its old place, and at any other. */
const tellingContext = { there: 12, moved: 24 }
/** The best place must match so many characters of context more than the next best. */
const margin = 4
/** One word in this many may have changed. */
const changed = 5
/** Quotes of fewer words are not searched for with changes: in their own paragraph, in others. */
const fewest = { home: 4, elsewhere: 8 }

/** Finds marked words in the text as it is now. If unsure, returns the paragraph alone, or nothing. */
export function anchor(quote: Quote, text: Wordings): Found {
  const home = text.wording(quote.id)
  if (standsThere(quote, text))
    return { how: 'there', id: quote.id, start: quote.start, end: quote.end }
  const others = othersOf(quote, text)
  const words =
    (home !== null && best(quote, text, rangesOf(quote.exact, quote.id, home))) ||
    best(
      quote,
      text,
      others.flatMap((id) => rangesOf(quote.exact, id, text.wording(id)!)),
    )
  if (words) return { how: 'words', ...words }
  const alike =
    (home !== null && bestAlike(quote, text, [quote.id], fewest.home)) ||
    bestAlike(quote, text, others, fewest.elsewhere)
  if (alike) return { how: 'alike', id: alike.id, start: alike.start, end: alike.end }
  return home === null ? { how: 'none' } : { how: 'paragraph', id: quote.id }
}

/** Whether the words are where they were. Reads only their own paragraph. */
export function standsThere(quote: Quote, text: Wordings): boolean {
  const home = text.wording(quote.id)
  return (
    home?.slice(quote.start, quote.end) === quote.exact &&
    isSure(quote, context(home, quote, quote), tellingContext.there)
  )
}

const isSure = ({ exact }: Quote, around: number, enough: number) =>
  exact.length >= tellingLength || around >= enough

/** The place that matches the context best; null: too little, or another matches about as well. */
function best(
  quote: Quote,
  text: Wordings,
  places: readonly CharacterRange[],
): CharacterRange | null {
  const judged = places
    .map((span) => ({ span, around: context(text.wording(span.id)!, span, quote) }))
    .sort((a, b) => b.around - a.around)
  const [first, second] = judged
  if (!first || !isSure(quote, first.around, tellingContext.moved)) return null
  return second && first.around - second.around < margin ? null : first.span
}

function bestAlike(
  quote: Quote,
  text: Wordings,
  ids: readonly string[],
  least: number,
): Alike | null {
  const pattern = wordsIn(quote.exact)
  if (pattern.length < least) return null
  const most = Math.floor(pattern.length / changed) || 1
  const [first, second] = ids
    .flatMap((id) => findAlike(pattern, id, text.words(id), most))
    .sort((a, b) => a.edits - b.edits)
  if (!first) return null
  return second && second.edits - first.edits < 2 ? null : first
}

/** The other paragraphs if the words are from a paragraph, the other notes if from a note. */
function othersOf({ id }: Quote, { ids }: Wordings): string[] {
  const kind = id.slice(0, 4)
  return ids.filter((other) => other !== id && other.startsWith(kind))
}
