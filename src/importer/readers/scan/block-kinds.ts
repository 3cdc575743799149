import { namesPartBehind, looksLikeHeading } from './titles.ts'
import type { Piece } from './separate-notes.ts'
import { languageOf } from '../../apparatus/language.ts'
import type { Called, Element, ElementKind, Wording } from './scan.ts'
import { endOfLastCall } from './calls.ts'
import { beginsLowerCase, endsSentence, endsWithColon } from './sentence.ts'

/** A piece with its neighbours. */
export interface About {
  piece: Piece
  wording: Wording
  last: Element<Wording> | undefined
  next: Piece | undefined
  /** Indented like the block quotes of this scan. */
  setOff: boolean
}

export const isHeading = (kind: ElementKind): boolean => kind === 'heading' || kind === 'subheading'
const isQuotation = (kind: ElementKind): boolean => kind === 'quote' || kind === 'quote-more'

/** Whether an element ends in mid-sentence. */
export function isBroken({ kind, content }: Element<Wording>): boolean {
  return !isHeading(kind) && !endsSentence(content)
}

/** Whether a piece continues the paragraph before it. */
export function goesOn(about: About): boolean {
  const { piece, wording, last } = about
  if (!last || isHeading(last.kind) || namesPartBehind(wording.text)) return false
  if (!piece.seam && (isQuotation(last.kind) || isQuote(about))) return false
  if (beginsLowerCase(wording.text)) return isBroken(last) || piece.seam
  if (!isBroken(last)) return false
  if (endsWithColon(last.content)) return piece.seam && !isQuote(about)
  return piece.seam || /[\p{L}\p{N}][-\u00AD¬]$/u.test(last.content.text)
}

/** Kind of a piece that begins an element; `marked`: number of characters that are only its mark. */
export function kindOf(about: About): { kind: ElementKind; marked: number } {
  const { wording, last } = about
  const sharp = /^(#{1,6})\s+/.exec(wording.text)
  if (sharp) {
    const kind = sharp[1]!.length > 2 ? 'subheading' : 'heading'
    return { kind, marked: sharp[0].length }
  }
  if (isUnmarkedHeading(about))
    return { kind: last && isHeading(last.kind) ? 'subheading' : 'heading', marked: 0 }
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

function isUnmarkedHeading({ piece, wording, last, next }: About): boolean {
  if (next && namesPartBehind(wording.text)) return true
  if (!next || next.seam || beginsLowerCase(next.lines[0]!.text)) return false
  if (last && (isBroken(last) || endsWithColon(last.content))) return false
  return looksLikeHeading(piece)
}
