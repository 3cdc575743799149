import type { CharacterRange } from '../../../contract/locator.ts'
import { isOf } from '../../../contract/ids.ts'
import type { Quote } from '../model.ts'
import { findAlike, wordsIn, type Alike } from './alike.ts'
import { changesMatter, sharesWords } from './changes.ts'
import { context, matchesWholly, rangesOf, tellingContext, tellingLength } from './context.ts'
import type { Wordings } from './text.ts'

/** Where marked words stand now; `how`: as they did, their words elsewhere, words much like them, or no words. */
export type Found =
  | ({ how: 'there' | 'words' | 'alike' } & CharacterRange)
  | { how: 'paragraph'; id: string }
  | { how: 'none' }

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
  if (alike && alike !== 'doubt' && isSame(quote, alike, text))
    return { how: 'alike', id: alike.id, start: alike.start, end: alike.end }
  // Without permanent numbers another paragraph may have the number now: one that resembles the marked one, or none.
  const isHome =
    home !== null &&
    (isPermanent(quote, text) ||
      (!alike && !quote.repeated && sharesWords(quote, text.words(quote.id))))
  return isHome ? { how: 'paragraph', id: quote.id } : { how: 'none' }
}

/** Notes are numbered anew in every version; paragraphs keep their numbers where the text has a ledger. */
const isPermanent = ({ id }: Quote, text: Wordings) => text.isNumbered && isOf(id, 'paragraph')

/**
 * Whether words that differ are the marked ones reworded, and not a passage that always resembled them. What makes
 * two passages of one text differ is mostly a name or a number.
 */
function isSame(quote: Quote, { id, start, end }: Alike, text: Wordings): boolean {
  const wording = text.wording(id)!
  const isFramed = matchesWholly(wording, { id, start, end }, quote)
  if (id === quote.id && isPermanent(quote, text) && isFramed) return true
  const matters = changesMatter(quote.exact, wording.slice(start, end), id === quote.id)
  return !matters && (id === quote.id || (isFramed && isTelling(quote)))
}

/** Whether enough words stand around the quote to know it again by them. */
const isTelling = ({ prefix, suffix }: Quote) =>
  prefix.length + suffix.length >= tellingContext.moved

/** Whether the words are where they were. Reads only their own paragraph. */
export function standsThere(quote: Quote, text: Wordings): boolean {
  const home = text.wording(quote.id)
  return (
    home?.slice(quote.start, quote.end) === quote.exact &&
    isSure(quote, context(home, quote, quote), tellingContext.there) &&
    (!quote.repeated || matchesWholly(home, quote, quote))
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
    .filter((span) => !quote.repeated || matchesWholly(text.wording(span.id)!, span, quote))
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
): Alike | 'doubt' | null {
  const pattern = wordsIn(quote.exact)
  if (pattern.length < least) return null
  const most = Math.floor(pattern.length / changed) || 1
  const [first, second] = ids
    .flatMap((id) => findAlike(pattern, id, text.words(id), most))
    .sort((a, b) => a.edits - b.edits)
  if (!first) return null
  return second && second.edits - first.edits < 2 ? 'doubt' : first
}

/** The other paragraphs if the words are from a paragraph, the other notes if from a note. */
function othersOf({ id }: Quote, { ids }: Wordings): string[] {
  const kind = id.slice(0, 4)
  return ids.filter((other) => other !== id && other.startsWith(kind))
}
