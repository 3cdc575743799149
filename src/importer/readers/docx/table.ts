/** Tables of a DOCX file. */
import type { ImportPosition } from '../../import-position.ts'
import type { FlowItem } from '../office/flow.ts'
import { tableFlow, type Cell } from '../office/table-flow.ts'
import type { Tally } from '../office/tally.ts'
import { childOf, elementsIn, type XmlElement } from '../xml.ts'
import { isOn, valueOf } from './properties.ts'

/** The story that a table is part of. */
export interface Surroundings {
  at: ImportPosition
  tally: Tally
  /** Reads what is in a cell; `style` is the id of the table's style. */
  flow: (cell: XmlElement, style: string | undefined) => FlowItem[]
}

export function readTable(story: Surroundings, table: XmlElement): FlowItem[] {
  const properties = childOf(table, 'w:tblPr')
  const style = valueOf(properties && childOf(properties, 'w:tblStyle'))
  const rows = rowsIn(table)
  const at = story.at
  const cells = rows.map((row) => cellsIn(row).map((cell) => readCell(story, cell, style)))
  const look = properties && childOf(properties, 'w:tblLook')
  const isMarked =
    look?.attributes['w:firstRow'] === '1' ||
    (Number.parseInt(valueOf(look) ?? '0', 16) & 0x20) !== 0
  const headed = (rows[0] !== undefined && isHead(rows[0])) || (isMarked && rows.length > 1)
  return tableFlow(cells, { headed, at, tally: story.tally })
}

function rowsIn(table: XmlElement): XmlElement[] {
  return elementsIn(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : child.name === 'w:sdt' ? rowsIn(child) : [],
  )
}

function cellsIn(row: XmlElement): XmlElement[] {
  return elementsIn(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:sdt' ? cellsIn(child) : [],
  )
}

function isHead(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr')
  const header = properties && childOf(properties, 'w:tblHeader')
  return header !== undefined && isOn(header)
}

function readCell(story: Surroundings, cell: XmlElement, style: string | undefined): Cell {
  const properties = childOf(cell, 'w:tcPr')
  const span = Number(valueOf(properties && childOf(properties, 'w:gridSpan')) ?? 1)
  return {
    items: story.flow(cell, style),
    columns: Number.isSafeInteger(span) && span > 0 ? Math.min(span, 100) : 1,
  }
}
