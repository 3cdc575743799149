import { addAll } from '../../add-all.ts'
import type { Piece } from './separate-notes.ts'
import { joinRemark, remarksOn } from './body-remarks.ts'
import { setOffByIndents } from './line-layout.ts'
import { goesOn, kindOf, type About } from './block-kinds.ts'
import type { Vocabulary } from '../divided-words.ts'
import { GrowingWording } from './growing-wording.ts'
import type { Element, ElementKind, Line, ScanRemark, Wording } from './scan.ts'
import { askAboutVerseAndLists } from './verse-and-lists.ts'
import { nothing, onNewPage, slice, wordingOf } from './wording.ts'

/** Pieces of running text → paragraphs, block quotes and headings, joined across page breaks. */
export function bodyOf(
  vocabulary: Vocabulary,
  pieces: readonly Piece[],
): { elements: Element<Wording>[]; remarks: ScanRemark[] } {
  const elements: { kind: ElementKind; content: GrowingWording }[] = []
  const remarks: ScanRemark[] = askAboutVerseAndLists(pieces)
  const isSetOff = setOffByIndents(pieces)
  let page = 0
  for (const [i, piece] of pieces.entries()) {
    const lines = linesJoined(piece.lines, vocabulary)
    addAll(remarks, lines.remarks)
    if (piece.seam) page += 1
    const wording = piece.seam || i === 0 ? onNewPage(lines.wording, page) : lines.wording
    const open = elements.at(-1)
    const last = open && { kind: open.kind, content: open.content.end }
    const setOff = isSetOff(piece)
    const about: About = { piece, wording, last, next: pieces[i + 1], setOff }

    if (open && goesOn(about)) {
      const already = open.content.remarks.length
      open.content.add(wording)
      addAll(remarks, open.content.remarks.slice(already))
      remarks.push(joinRemark(about))
      continue
    }
    const { kind, marked } = kindOf(about)
    remarks.push(...remarksOn(kind, about))
    const content = marked > 0 ? withoutMark(wording, marked) : wording
    elements.push({ kind, content: new GrowingWording(content, vocabulary) })
  }
  return {
    elements: elements.map(({ kind, content }) => ({ kind, content: content.whole() })),
    remarks,
  }
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
