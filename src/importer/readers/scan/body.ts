import type { Piece } from './separate-notes.ts'
import { joinRemark, remarksOn } from './body-remarks.ts'
import { setOffByIndents } from './line-layout.ts'
import { goesOn, kindOf, type About } from './block-kinds.ts'
import type { Vocabulary } from '../divided-words.ts'
import { dehyphenate } from './dehyphenate.ts'
import type { Element, Line, ScanRemark, Wording } from './scan.ts'
import { askAboutVerseAndLists } from './verse-and-lists.ts'
import { concat, nothing, onNewPage, slice, wordingOf } from './wording.ts'

/** Pieces of running text → paragraphs, block quotes and headings, joined across page breaks. */
export function bodyOf(
  vocabulary: Vocabulary,
  pieces: readonly Piece[],
): { elements: Element<Wording>[]; remarks: ScanRemark[] } {
  const elements: Element<Wording>[] = []
  const remarks: ScanRemark[] = askAboutVerseAndLists(pieces)
  const isSetOff = setOffByIndents(pieces)
  let page = 0
  for (const [i, piece] of pieces.entries()) {
    const lines = linesJoined(piece.lines, vocabulary)
    remarks.push(...lines.remarks)
    if (piece.seam) page += 1
    const wording = piece.seam || i === 0 ? onNewPage(lines.wording, page) : lines.wording
    const last = elements.at(-1)
    const setOff = isSetOff(piece)
    const about: About = { piece, wording, last, next: pieces[i + 1], setOff }

    if (last && goesOn(about)) {
      const joined = dehyphenate(last.content, wording, vocabulary)
      remarks.push(...joined.remarks, joinRemark(about))
      last.content = joined.wording
      continue
    }
    const { kind, marked } = kindOf(about)
    remarks.push(...remarksOn(kind, about))
    elements.push({ kind, content: marked > 0 ? withoutMark(wording, marked) : wording })
  }
  return { elements, remarks }
}

/** Lines as one wording. */
export function linesJoined(
  lines: readonly Line[],
  vocabulary: Vocabulary,
): { wording: Wording; remarks: ScanRemark[] } {
  const remarks: ScanRemark[] = []
  const done: Wording[] = []
  let open = nothing
  for (const line of lines) {
    const joined = dehyphenate(open, wordingOf(line), vocabulary)
    open = joined.wording
    for (const found of joined.remarks) remarks.push(found)
    // Only the end matters for the next line: a paragraph is not copied whole for each of its lines.
    const end =
      open.text.length > 4000 ? open.text.lastIndexOf(' ', open.text.length - 1000) + 1 : 0
    if (end === 0) continue
    done.push(slice(open, 0, end))
    open = slice(open, end)
  }
  return { wording: concat(...done, open), remarks }
}

/** Removes the mark; a page break before the mark moves to the words. */
function withoutMark(wording: Wording, length: number): Wording {
  const pages = wording.seams.filter(({ index }) => index < length)
  const rest = slice(wording, length)
  return { ...rest, seams: [...pages.map(({ page }) => ({ index: 0, page })), ...rest.seams] }
}
