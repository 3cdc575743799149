import type { CharacterRange } from '../../../contract/locator.ts'
import { isOf } from '../../../contract/ids.ts'
import { contextLength, type Quote } from '../model.ts'
import { findAlike, wordsIn, type Alike } from './alike.ts'
import { changesMatter, isOnlyMended, onceEach } from './changes.ts'
import {
  context,
  cutsAlike,
  matchesWholly,
  rangesOf,
  tellingContext,
  tellingLength,
  type Compared,
} from './context.ts'
import { lettersOf, rangesOfLetters } from './letters.ts'
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
  if (standsThere(quote, text))
    return { how: 'there', id: quote.id, start: quote.start, end: quote.end }
  const home = text.wording(quote.id) === null ? [] : [quote.id]
  const others = othersOf(quote, text)
  const words = best(quote, text, home, asWritten) ?? best(quote, text, others, asWritten)
  if (words) return { how: 'words', ...words }
  const mended =
    best(quote, text, home, byLetters) ??
    best(quote, text, others, byLetters) ??
    mendedIn(quote, text, home, fewest.home) ??
    mendedIn(quote, text, others, fewest.elsewhere)
  if (mended) return { how: 'alike', ...mended }
  // Without permanent numbers another paragraph may have the number now, one that resembles the marked one perhaps.
  if (home.length === 0 || !isPermanent(quote, text)) return { how: 'none' }
  const reworded = rewordedAt(quote, text)
  return reworded ? { how: 'alike', ...reworded } : { how: 'paragraph', id: quote.id }
}

/** Notes are numbered anew in every version; paragraphs keep their numbers where the text has a ledger. */
const isPermanent = ({ id }: Quote, text: Wordings) => text.isNumbered && isOf(id, 'paragraph')

/** Whether the words are where they were. Reads only their own paragraph. */
export function standsThere(quote: Quote, text: Wordings): boolean {
  const home = text.wording(quote.id)
  return (
    home?.slice(quote.start, quote.end) === quote.exact &&
    cutsAlike(home, quote, quote) &&
    isSure(quote, context(home, quote, quote), tellingContext.there) &&
    (!quote.repeated || matchesWholly(home, quote, quote))
  )
}

const isSure = ({ exact }: Quote, around: number, enough: number) =>
  exact.length >= tellingLength || around >= enough

/** How a quote is compared with a text. */
interface Way {
  ranges: (words: string, id: string, text: Wordings) => CharacterRange[]
  compared: Compared
}

const asWritten: Way = {
  ranges: (words, id, text) => rangesOf(words, id, text.wording(id)!),
  compared: (words) => words,
}
/** Spaces, quotation marks, commas, hyphens and the like may differ. */
const byLetters: Way = {
  ranges: (words, id, text) => rangesOfLetters(words, id, text.wording(id)!, text.letters(id)),
  compared: (words) => lettersOf(words).letters,
}

/** The place that matches the context best; null: too little, or another matches about as well. */
function best(
  quote: Quote,
  text: Wordings,
  ids: readonly string[],
  { ranges, compared }: Way,
): CharacterRange | null {
  const judged = ids
    .flatMap((id) => ranges(quote.exact, id, text))
    .filter((span) => {
      const wording = text.wording(span.id)!
      return (
        cutsAlike(wording, span, quote) &&
        (!quote.repeated || matchesWholly(wording, span, quote, compared))
      )
    })
    .map((span) => ({ span, around: context(text.wording(span.id)!, span, quote, compared) }))
    .sort((a, b) => b.around - a.around)
  const [first, second] = judged
  if (!first || !isSure(quote, first.around, tellingContext.moved)) return null
  return second && first.around - second.around < margin ? null : first.span
}

/** The one passage whose words are those of the quote with their spelling mended. */
function mendedIn(
  quote: Quote,
  text: Wordings,
  ids: readonly string[],
  least: number,
): CharacterRange | null {
  const isElsewhere = ids[0] !== quote.id
  const places = alikeIn(quote.exact, text, ids, least).filter((span) => {
    const wording = text.wording(span.id)!
    return (
      isOnlyMended(quote.exact, wording.slice(span.start, span.end)) &&
      isSure(quote, context(wording, span, quote), tellingContext.moved) &&
      ((!isElsewhere && !quote.repeated) || matchesWholly(wording, span, quote, byLetters.compared))
    )
  })
  if (places.length > 0) return places.length > 1 ? null : range(places[0]!)
  return isElsewhere ? null : mendedByContext(quote, text)
}

/** A few words, found by those around them. */
function mendedByContext(quote: Quote, text: Wordings): CharacterRange | null {
  const { id, prefix, exact, suffix } = quote
  // Of the words at the ends of a longer context letters may be missing.
  const before = prefix.length < contextLength ? prefix : prefix.replace(/^\S*/, '')
  const behind = suffix.length < contextLength ? suffix : suffix.replace(/\S*$/, '')
  const framed = before + exact + behind
  const wording = text.wording(id)
  const [place, another] = alikeIn(framed, text, wording === null ? [] : [id], fewest.home).filter(
    ({ start, end }) => isOnlyMended(framed, wording!.slice(start, end)),
  )
  if (!place || another) return null
  const now = onceEach(wordsIn(wording!.slice(place.start, place.end)))
  const [left, own, all] = [before, before + exact, framed].map(
    (words) => onceEach(wordsIn(words)).length,
  ) as [number, number, number]
  const [first, last] = [now[left], now[own - 1]]
  if (own <= left || all !== now.length || !first || !last) return null
  const found = { id, start: place.start + first.start, end: place.start + last.end }
  const isSame =
    isOnlyMended(exact, wording!.slice(found.start, found.end)) &&
    (!quote.repeated || matchesWholly(wording!, found, quote, byLetters.compared))
  return isSame ? found : null
}

/** Words that stand in the paragraph instead of the marked ones, by what is around them or by what they say. */
function rewordedAt(quote: Quote, text: Wordings): CharacterRange | null {
  const [first, second] = alikeIn(quote.exact, text, [quote.id], fewest.home)
  if (!first || (second && second.edits - first.edits < 2)) return null
  const wording = text.wording(quote.id)!
  const isSame =
    matchesWholly(wording, first, quote) ||
    !changesMatter(quote.exact, wording.slice(first.start, first.end))
  return isSame ? range(first) : null
}

/** Passages in which few words differ, the most alike first. */
function alikeIn(words: string, text: Wordings, ids: readonly string[], least: number): Alike[] {
  const pattern = wordsIn(words)
  if (pattern.length < least) return []
  const most = Math.floor(pattern.length / changed) || 1
  return ids
    .flatMap((id) => findAlike(pattern, id, text.words(id), most))
    .sort((a, b) => a.edits - b.edits)
}

const range = ({ id, start, end }: CharacterRange): CharacterRange => ({ id, start, end })

/** The other paragraphs if the words are from a paragraph, the other notes if from a note. */
function othersOf({ id }: Quote, { ids }: Wordings): string[] {
  const kind = id.slice(0, 4)
  return ids.filter((other) => other !== id && other.startsWith(kind))
}
