import type { Piece } from './separate-notes.ts'
import type { ScanRemark } from './scan.ts'
import { quoted, question } from '../../report/remark.ts'
import { textOf } from './note-starts.ts'
import { isShort, usualWidth } from './line-layout.ts'

/** Questions about verses, lists and tables, which the reader cannot distinguish from running text. */
export function askAboutVerseAndLists(pieces: readonly Piece[]): ScanRemark[] {
  const width = usualWidth(pieces)
  return pieces
    .filter((piece) => hasLinesOfItsOwn(piece, width))
    .map(({ lines }) => {
      const sentence = `${lines.length} kurze Zeilen sind zu einer verbunden, vielleicht waren es Verse, eine Liste oder eine Tabelle: ${quoted(textOf({ lines }))}.`
      return question('paragraphs', lines[0]!.offset, sentence)
    })
}

const bullet = /^\s*(?:[–—•·*-]|\(?\p{L}\)|\d+[.)])\s/u

function hasLinesOfItsOwn({ lines }: Piece, width: number): boolean {
  if (lines.length < 2) return false
  if (lines.every(({ text }) => bullet.test(text) || /\s\|\s/.test(text))) return true
  return lines.length > 2 && lines.every((line) => isShort(line, width))
}
