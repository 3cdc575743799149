import {
  isChapterNumber,
  isChapterTitle,
  namesChapter,
  numbersChapter,
  namesPartBehind,
  namesSection,
  looksLikeHeading,
} from './titles.ts'
import type { Piece } from './separate-notes.ts'
import { languageOf } from '../../apparatus/language.ts'
import type { Called, Element, ElementKind, Wording } from './scan.ts'
import { textOf } from './note-starts.ts'
import { endOfLastCall } from './calls.ts'
import { beginsLowerCase, endsSentence, endsWithColon, lastWords } from './sentence.ts'

/** A piece with its neighbours. */
export interface About {
  piece: Piece
  wording: Wording
  last: Element<Wording> | undefined
  next: Piece | undefined
  /** The piece after the next one. */
  after: Piece | undefined
  /** Indented like the block quotes of this scan. */
  setOff: boolean
  /** Words that are alone on a line again and again, as those of speakers in a play. */
  repeated: ReadonlySet<string>
}

const isHeading = (kind: ElementKind): boolean => kind === 'heading'
/** Kinds that text behind them never continues. */
const isClosed = (kind: ElementKind): boolean =>
  kind === 'heading' || kind === 'line' || kind === 'item'
const isQuotation = (kind: ElementKind): boolean => kind === 'quote' || kind === 'quote-more'

/** Whether an element ends in mid-sentence; „[Abbildung]“ does not. */
export function isBroken({ kind, content }: Element<Wording>): boolean {
  return !isClosed(kind) && !endsSentence(content) && !/^\[[^[\]]*\]$/.test(content.text)
}

/** Whether a piece continues the paragraph before it. */
export function goesOn(about: About): boolean {
  const { piece, wording, last } = about
  if (!last || namesPartBehind(wording.text)) return false
  if (endsChapterNumber(about)) return true
  if (beginsChapter(about)) return false
  if (isClosed(last.kind)) return false
  if (!piece.seam && (isQuotation(last.kind) || isQuote(about))) return false
  if (beginsLowerCase(wording.text)) return isBroken(last) || piece.seam
  if (!isBroken(last)) return false
  if (endsWithColon(last.content)) return piece.seam && !isQuote(about)
  return piece.seam || /[\p{L}\p{N}][-\u00AD¬]$/u.test(last.content.text)
}

/** Whether the last heading is the number of a chapter, and the piece its title. */
function endsChapterNumber({ piece, last, next }: About): boolean {
  const isNumber = last?.kind === 'heading' && numbersChapter(last.content.text)
  return isNumber && isChapterTitle(piece) && next !== undefined && isLong(next)
}

/** Whether a piece is the number of a chapter with its title and text behind it. */
const beginsChapter = ({ piece, next, after, repeated }: About): boolean =>
  isChapterNumber(piece) &&
  !repeated.has(textOf(piece)) &&
  next !== undefined &&
  !next.seam &&
  isChapterTitle(next) &&
  after !== undefined &&
  isLong(after)

/** Whether a piece is longer than the lines of a dialogue or a title. */
const isLong = ({ lines }: Piece): boolean =>
  lines.length > 1 || lines[0]!.text.length > shortestParagraph

const shortestParagraph = 60

/** Kind of a piece that begins an element; `marked`: number of characters that are only its mark. */
export function kindOf(about: About): { kind: ElementKind; level?: number; marked: number } {
  const { wording, last } = about
  const sharp = /^(#{1,6})\s+/.exec(wording.text)
  if (sharp)
    return { kind: 'heading', level: Math.max(1, sharp[1]!.length - 1), marked: sharp[0].length }
  if (isUnmarkedHeading(about)) {
    const level = last && isHeading(last.kind) ? Math.max(2, last.level ?? 1) : 1
    return { kind: 'heading', level, marked: 0 }
  }
  if (!isQuote(about)) return { kind: 'paragraph', marked: 0 }
  const marked = /^>\s+/.exec(wording.text)?.[0].length ?? 0
  return { kind: last && isQuotation(last.kind) ? 'quote-more' : 'quote', marked }
}

/** Whether it is a block quote without quotation marks: follows a colon, and is foreign or ends with a note call. */
function isQuote({ wording, last, setOff }: About): boolean {
  if (/^>\s/.test(wording.text)) return true
  if (!last || isHeading(last.kind)) return false
  if (setOff) return true
  const foreign = languageOf(wording.text) === 'en'
  // A quote may have several paragraphs, of which the last one has the note call.
  if (isQuotation(last.kind)) return foreign && !endsWithCall(last.content)
  if (!endsWithColon(last.content)) return false
  return foreign || endsWithCall(wording)
}

const endsWithCall = (words: Called): boolean =>
  endOfLastCall(words) === words.text.trimEnd().length

/** „§ 3. Vom Graben.“, and no words behind it. */
const hasTitleOnly = (text: string): boolean =>
  text.length < shortestParagraph && !/[.!?:;,] ?\S/.test(text.replace(/^§ ?\d+\.? /, ''))

function isUnmarkedHeading(about: About): boolean {
  const { piece, wording, last, next, after, repeated } = about
  if ((next && namesPartBehind(wording.text)) || beginsChapter(about)) return true
  if (repeated.has(wording.text) || !next || next.seam || beginsLowerCase(next.lines[0]!.text))
    return false
  if (last && (isBroken(last) || endsWithColon(last.content))) return false
  const isTitled = isChapterTitle(next) && after !== undefined && isLong(after)
  if (namesChapter(wording.text)) {
    if (isTitled || isLong(next)) return true
  } else if (isChapterNumber(piece)) return false
  if (namesSection(wording.text) && isLong(next) && hasTitleOnly(wording.text)) return true
  // What is asked or called out may be said in a play: a title has more words behind it.
  const isSaid = /[?!]$/.test(lastWords(wording))
  return (
    looksLikeHeading(piece) &&
    (!isSaid || isLong(next) || (looksLikeHeading(next) && !repeated.has(textOf(next))))
  )
}
