import type { Piece } from './separate-notes.ts'
import type { Line, ScanRemark } from './scan.ts'
import { quoted, question } from '../../report/remark.ts'
import { textOf } from './note-starts.ts'
import { fullWidth, isIndented, isShort, usualWidth } from './line-layout.ts'
import { beginsLowerCase } from './sentence.ts'
import { isContentsLine, namesContents } from './titles.ts'

/** A piece whose lines are not joined: verse, a list, a table of contents. */
export interface OwnLines {
  kind: 'line' | 'item'
  /** `marked`: number of characters that are only a mark. */
  parts: { lines: Line[]; number: number | null; marked: number }[]
  remarks: ScanRemark[]
}

/** Returns a function that reads verse and lists, and returns null for running text. */
export function linesOfTheirOwn(pieces: readonly Piece[]): (piece: Piece) => OwnLines | null {
  const widths = { usual: usualWidth(pieces), full: fullWidth(pieces) }
  const contents = contentsIn(pieces)
  return (piece) => {
    if (contents.has(piece)) return contentsOf(piece, piece === contents.values().next().value)
    return listOf(piece) ?? verseOf(piece, widths)
  }
}

const bullet = /^(?:[–—•·▪◦*-]|(\d{1,3})[.)])\s+(?=\S)/u

/** The items of a list: two or more lines with bullets or numbers that count up, and the lines that go on. */
function listOf({ lines }: Piece): OwnLines | null {
  const parts: OwnLines['parts'] = []
  for (const line of lines) {
    const mark = bullet.exec(line.text)
    const number = mark?.[1] === undefined ? null : Number(mark[1])
    const last = parts.at(-1)
    const counts = !last || (number === null ? last.number === null : last.number === number - 1)
    if (mark && counts) parts.push({ lines: [line], number, marked: mark[0].length })
    else if (!last || (mark && number === null)) return null
    else if (line.indent <= last.lines[0]!.indent && !beginsLowerCase(line.text)) return null
    else last.lines.push(line)
  }
  if (parts.length < 2) return null
  const sentence = `${parts.length} Zeilen sind als Liste gelesen: ${quoted(textOf({ lines }))}.`
  return { kind: 'item', parts, remarks: [question('paragraphs', lines[0]!.offset, sentence)] }
}

/** Verse: lines that all end early, in a block quote or by themselves. */
function verseOf(piece: Piece, { usual, full }: { usual: number; full: number }): OwnLines | null {
  const { lines } = piece
  const areVerses = isIndented(piece)
    ? lines.length > 1 && lines.every((line) => isNarrow(line, full)) && pauseAtEnds(lines)
    : lines.length > 2 && lines.every((line) => isShort(line, usual))
  const areCells = lines.length > 1 && lines.every(({ text }) => /\s\|\s/.test(text))
  if (!areVerses && !areCells) return null
  const sentence = `${lines.length} kurze Zeilen stehen als Verse; vielleicht sind sie eine Liste, eine Tabelle oder ein Absatz: ${quoted(textOf({ lines }))}.`
  return {
    kind: 'line',
    parts: lines.map((line) => ({ lines: [line], number: null, marked: 0 })),
    remarks: [question('paragraphs', lines[0]!.offset, sentence)],
  }
}

/** Whether half of the lines end with a punctuation mark, as verses do and lines of prose do by chance. */
function pauseAtEnds(lines: readonly Line[]): boolean {
  const others = lines.slice(0, -1)
  return (
    others.filter(({ text }) => /[,.;:!?–—][«»‹›“”"]*$/u.test(text)).length * 2 >= others.length
  )
}

const isNarrow = ({ text }: Line, width: number): boolean => text.length < width * 0.75

/** The pieces of a table of contents: its title, and lines that end with page numbers. */
function contentsIn(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const isOf = ({ lines }: Piece) => lines.every(({ text }) => isContentsLine(text))
  const found = new Set<Piece>()
  for (const [i, piece] of pieces.entries()) {
    const titled = i > 0 && namesContents(textOf(pieces[i - 1]!))
    const isOne = isOf(piece) && (piece.lines.length > 1 || titled || found.has(pieces[i - 1]!))
    const before = i > 0 && isOf(pieces[i - 1]!)
    if (!isOne && !(before && isOf(piece))) continue
    if (titled || (before && !found.has(pieces[i - 1]!))) found.add(pieces[i - 1]!)
    found.add(piece)
  }
  return found
}

function contentsOf({ lines }: Piece, isFirst: boolean): OwnLines {
  const sentence = `Als Inhaltsverzeichnis gelesen: ${quoted(textOf({ lines }))}. Die Ausgabe hat ihr eigenes; meist ist es zu streichen.`
  return {
    kind: 'item',
    parts: lines.map((line) => ({ lines: [line], number: null, marked: 0 })),
    remarks: isFirst ? [question('headings', lines[0]!.offset, sentence)] : [],
  }
}
