import type { Element } from 'hast'
import type { Block, Passage } from '../../imported-text.ts'
import { attribute, elementsOf, isElement, plainWords } from './elements.ts'

interface Cell {
  element: Element
  columns: number
  rows: number
}

const emptyPassage: Passage = { text: '', positions: [], marks: [], points: [] }
const mostSpanned = 100

/** The rows of a table, those of tables in it left out. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...rowsOf(child))
  }
  return rows
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child) => isElement(child)).filter(({ tagName }) => /^t[hd]$/.test(tagName))

/** Whether a table only places its contents: one cell or column, or whole parts of a text in a cell. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOf)
  if (cells.some(({ tagName }) => tagName === 'th')) return false
  if (rows.every((row) => cellsOf(row).length < 2)) return true
  return cells.some((cell) => {
    let parts = 0
    for (const { tagName } of elementsOf(cell)) {
      if (/^(?:h[1-6]|table|article|main|blockquote|ul|ol)$/.test(tagName)) return true
      if (tagName === 'p') parts += 1
    }
    return parts > 3
  })
}

/** A table whose rows have the same length: joined cells are followed or underlaid by empty ones. */
export function readTable(
  table: Element,
  read: (cell: Element) => Passage,
  caption: Passage | null,
): Block | null {
  const rows = rowsOf(table)
  const below: number[] = []
  const read_ = rows.map((row) => {
    const passages: Passage[] = []
    const fill = () => {
      while ((below[passages.length] ?? 0) > 0) {
        below[passages.length]! -= 1
        passages.push(emptyPassage)
      }
    }
    for (const { element, columns, rows: span } of cellsOf(row).map(cellOf)) {
      fill()
      for (let i = 0; i < columns; i += 1) {
        below[passages.length] = span - 1
        passages.push(i === 0 ? read(element) : emptyPassage)
      }
    }
    fill()
    return passages
  })
  const width = Math.max(0, ...read_.map(({ length }) => length))
  if (width === 0) return null
  const first = rows[0]!
  return {
    kind: 'table',
    headed: cellsOf(first).every(({ tagName }) => tagName === 'th') || isInHead(table, first),
    rows: read_
      .filter((row) => row.some(({ text, points }) => text !== '' || points.length > 0))
      .map((row) => [...row, ...Array<Passage>(width - row.length).fill(emptyPassage)]),
    caption,
  }
}

const cellOf = (element: Element): Cell => ({
  element,
  columns: spanOf(element, 'colSpan'),
  rows: spanOf(element, 'rowSpan'),
})

const spanOf = (element: Element, name: string): number =>
  Math.min(mostSpanned, Math.max(1, Math.trunc(Number(attribute(element, name))) || 1))

const isInHead = (table: Element, row: Element): boolean =>
  plainWords(row) !== '' &&
  table.children.some(
    (child) => isElement(child) && child.tagName === 'thead' && child.children.includes(row),
  )
