import { addAll } from '../../add-all.ts'
import type { Piece } from './separate-notes.ts'
import { joinRemark, remarksOn } from './body-remarks.ts'
import { setOffByIndents } from './line-layout.ts'
import { goesOn, kindOf, type About } from './block-kinds.ts'
import type { Vocabulary } from '../divided-words.ts'
import { GrowingWording } from './growing-wording.ts'
import type { Element, Line, ScanRemark, Wording } from './scan.ts'
import { linesOfTheirOwn } from './verse-and-lists.ts'
import { nothing, onNewPage, slice, wordingOf } from './wording.ts'

/** Pieces of running text → paragraphs, block quotes and headings, joined across page breaks. */
export function bodyOf(
  vocabulary: Vocabulary,
  pieces: readonly Piece[],
): { elements: Element<Wording>[]; remarks: ScanRemark[] } {
  const elements: Element<GrowingWording>[] = []
  const remarks: ScanRemark[] = []
  const ownLines = linesOfTheirOwn(pieces)
  const repeated = repeatedIn(pieces)
  const isSetOff = setOffByIndents(pieces)
  let page = 0
  for (const [i, piece] of pieces.entries()) {
    if (piece.seam) page += 1
    const own = ownLines(piece)
    if (own) {
      const isQuoted = own.kind === 'line' && isSetOff(piece)
      const follows = own.kind === 'item' && elements.at(-1)?.kind === 'item'
      const first = own.parts.map((part) => linesJoined(part.lines, vocabulary))
      for (const [nth, { wording, remarks: found }] of first.entries()) {
        addAll(remarks, found)
        const { number, marked } = own.parts[nth]!
        const words = marked > 0 ? withoutMark(wording, marked) : wording
        const content = nth === 0 && (piece.seam || i === 0) ? onNewPage(words, page) : words
        elements.push({
          kind: own.kind,
          content: new GrowingWording(content, vocabulary),
          first: nth === 0 && !follows,
          quoted: isQuoted,
          number,
        })
      }
      addAll(remarks, own.remarks)
      continue
    }
    const lines = linesJoined(piece.lines, vocabulary)
    addAll(remarks, lines.remarks)
    const wording = piece.seam || i === 0 ? onNewPage(lines.wording, page) : lines.wording
    const open = elements.at(-1)
    const last = open && { ...open, content: open.content.end }
    const setOff = isSetOff(piece)
    const [next, after] = [pieces[i + 1], pieces[i + 2]]
    const about: About = {
      piece,
      wording,
      last,
      next,
      after,
      setOff,
      repeated,
    }

    if (open && goesOn(about)) {
      const already = open.content.remarks.length
      open.content.add(wording)
      addAll(remarks, open.content.remarks.slice(already))
      remarks.push(joinRemark(about))
      continue
    }
    const { kind, level = 1, marked } = kindOf(about)
    remarks.push(...remarksOn(kind, level, about))
    const content = marked > 0 ? withoutMark(wording, marked) : wording
    elements.push({ kind, level, content: new GrowingWording(content, vocabulary) })
  }
  return {
    elements: elements.map((element) => ({ ...element, content: element.content.whole() })),
    remarks,
  }
}

/** Words that are alone on a line three times or more, or twice where others are. */
function repeatedIn(pieces: readonly Piece[]): ReadonlySet<string> {
  const texts = pieces.flatMap(({ lines }) => (lines.length === 1 ? [lines[0]!.text] : []))
  const counted = [...Map.groupBy(texts, (text) => text)]
  const often = counted.some(([, same]) => same.length > 2)
  return new Set(counted.flatMap(([text, same]) => (often && same.length > 1 ? [text] : [])))
}

/** Lines as one wording. */
export function linesJoined(
  lines: readonly Line[],
  vocabulary: Vocabulary,
): { wording: Wording; remarks: ScanRemark[] } {
  const growing = new GrowingWording(nothing, vocabulary)
  for (const line of lines) growing.add(wordingOf(line))
  return { wording: growing.whole(), remarks: growing.remarks }
}

/** Removes the mark; a page break before the mark moves to the words. */
function withoutMark(wording: Wording, length: number): Wording {
  const pages = wording.seams.filter(({ index }) => index < length)
  const rest = slice(wording, length)
  return { ...rest, seams: [...pages.map(({ page }) => ({ index: 0, page })), ...rest.seams] }
}
