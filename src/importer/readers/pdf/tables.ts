/** Rows of words in columns. */
import type { Block, Passage } from '../../imported-text.ts'
import { question, quoted } from '../../report/remark.ts'
import { listMarker } from './list-markers.ts'
import type { Measures } from './measures.ts'
import { placeOf, textOf, type Line, type Piece } from './page-model.ts'
import { passageOf, type Setting } from './passages.ts'

export interface TableLines {
  /** Of each row, its lines. */
  rows: Line[][]
  caption: Line[]
}

export const linesOf = ({ rows, caption }: TableLines): Line[] => [...caption, ...rows.flat()]

export const isTable = (part: object): part is TableLines => 'rows' in part

interface Cell {
  pieces: Piece[]
  x: number
  right: number
}

/** Gap between two cells, in sizes of the words. */
const narrowGap = 0.85
/** Gap between two cells in rows as wide as the column, where justified words stand apart, too. */
const wideGap = 1.6

export function cellsOf({ pieces, right, edge, x, column }: Line): Cell[] {
  const cells: Cell[] = []
  const isFull = edge - right < 2 && x - column.left < 2
  const gap = isFull ? wideGap : narrowGap
  for (const piece of pieces) {
    const last = cells.at(-1)
    if (last && piece.x - last.right < gap * piece.size) {
      last.pieces.push(piece)
      last.right = Math.max(last.right, piece.right)
    } else cells.push({ pieces: [piece], x: piece.x, right: piece.right })
  }
  return cells
}

/** Runs of lines with cells that stand below each other. */
export function tablesIn(lines: readonly Line[], measures: Measures): Map<Line, TableLines> {
  const found = new Map<Line, TableLines>()
  let rows: Line[][] = []
  const finish = () => {
    const cells = rows.map(([first]) => cellsOf(first!))
    if (rows.length > 1 && areAligned(cells)) {
      const table = { rows, caption: [] }
      for (const line of rows.flat()) found.set(line, table)
    }
    rows = []
  }
  for (const line of lines) {
    const above = rows.at(-1)?.at(-1)
    const step = above && above.column === line.column ? line.y - above.y : Infinity
    const isNear = step > 0 && step < 2.4 * measures.leading
    if (!isNear) finish()
    if (cellsOf(line).length > 1 && !isLeader(line) && !isHangingMark(line, measures))
      rows.push([line])
    else if (isNear && step < 1.15 * measures.leading && goesOnInCell(line, rows))
      rows.at(-1)!.push(line)
    else finish()
  }
  finish()
  return found
}

/** Whether a line with one cell goes on with a cell of the row above. */
function goesOnInCell(line: Line, rows: readonly Line[][]): boolean {
  const [first] = rows.at(-1) ?? []
  if (!first) return false
  const cells = cellsOf(first)
  return cells.some((cell, i) => {
    const next = cells[i + 1]
    return Math.abs(cell.x - line.x) < 3 && line.right < (next ? next.x - 3 : line.column.right)
  })
}

/** A line of a table of contents: dots between words and a page number. */
export const isLeader = (line: Line): boolean =>
  /(?:\s?[.·…]){4,}\s*\d*\s*$|(?:\. ){3}/.test(textOf(line))

/** A mark of a list, a note or a heading that stands apart from its words. */
const isHangingMark = (line: Line, measures: Measures): boolean => {
  const cells = cellsOf(line)
  return (
    cells.length === 2 &&
    (listMarker(line, measures) !== null ||
      /^(?:\d{1,3}(?:\.\d+)*\.?|[IVX]{1,5}\.?|[*†‡])$/u.test(
        cells[0]!.pieces
          .map(({ text }) => text)
          .join('')
          .trim(),
      ))
  )
}

/** Whether most gaps between cells stand below gaps of the row before, or above those of the next. */
function areAligned(rows: readonly Cell[][]): boolean {
  const gaps = rows.map((row) =>
    row
      .slice(1)
      .map((cell, i) => ({ from: row[i]!.right, to: cell.x, size: cell.pieces[0]!.size })),
  )
  const aligned = gaps.map((row, i) =>
    row.filter(({ from, to, size }) =>
      [gaps[i - 1], gaps[i + 1]].some((other) =>
        other?.some((one) => Math.min(one.to, to) - Math.max(one.from, from) > 0.5 * size),
      ),
    ),
  )
  return aligned.flat().length >= 0.7 * gaps.flat().length
}

/** A table; a question where its cells do not fit columns. */
export function tableOf({ rows, caption }: TableLines, setting: Setting): Block[] {
  const cells = rows.map((row) => row.map(cellsOf))
  const columns = columnsOf(cells.flat())
  const first = rows[0]![0]!
  const placed = cells.map((row) => row.map((line) => place(line, columns)))
  const title = caption.length > 0 ? passageOf(caption, setting) : null
  if (placed.flat().some((row) => row === null)) {
    const sentence = `Eine Tabelle ab ${quoted(textOf(first))} ist nicht sicher zu lesen; ihre Zeilen stehen als Absätze da.`
    setting.remarks.push(question('paragraphs', placeOf(first), sentence))
    return [
      ...(title ? [title] : []),
      ...rows.flat().map((line) => passageOf([line], setting)),
    ].map((content) => ({ kind: 'paragraph', content }))
  }
  const sentence = `Als Tabelle mit ${columns.length} Spalten und ${rows.length} Zeilen gelesen: ab ${quoted(textOf(first))}.`
  setting.remarks.push(question('paragraphs', placeOf(first), sentence))
  const passages = rows.map((lines, row) =>
    columns.map((_, column): Passage => {
      const own = lines.flatMap((line, i): Line[] => {
        const cell = placed[row]![i]![column]
        return cell ? [{ ...line, pieces: cell.pieces }] : []
      })
      return passageOf(own, setting)
    }),
  )
  return [{ kind: 'table', headed: isHeaded(passages), rows: passages, caption: title }]
}

const isHeaded = ([head, ...rows]: readonly Passage[][]): boolean =>
  head !== undefined &&
  head.every(({ text }) => !/^[-–\d.,%\s]+$/.test(text) || text === '') &&
  rows.some((row) => row.some(({ text }) => /\d/.test(text)))

/** Strips of the page that cells share, from left to right. */
export function columnsOf(
  rows: readonly (readonly { x: number; right: number }[])[],
): { x: number; right: number }[] {
  const strips: { x: number; right: number }[] = []
  for (const { x, right } of rows.flat().sort((a, b) => a.x - b.x)) {
    const last = strips.at(-1)
    if (last && x < last.right + 1) last.right = Math.max(last.right, right)
    else strips.push({ x, right })
  }
  return strips
}

/** The cells of a line by column; null if two are in the same one. */
function place(
  row: readonly Cell[],
  columns: readonly { x: number; right: number }[],
): (Cell | null)[] | null {
  const cells = columns.map(({ x, right }) =>
    row.filter((cell) => cell.x >= x - 1 && cell.right <= right + 1),
  )
  if (cells.some((own) => own.length > 1)) return null
  return cells.map(([cell]) => cell ?? null)
}
