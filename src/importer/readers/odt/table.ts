/** Tables of an ODT file. */
import type { ImportPosition } from '../../import-position.ts'
import type { FlowItem } from '../office/flow.ts'
import { tableFlow, type Cell } from '../office/table-flow.ts'
import type { Tally } from '../office/tally.ts'
import { elementsIn, type XmlElement } from '../xml.ts'

/** Most cells that one may stand for; programs fill whole sheets with empty ones. */
const mostRepeated = 100

export function readTable(
  table: XmlElement,
  { at, tally, flow }: { at: ImportPosition; tally: Tally; flow: (cell: XmlElement) => FlowItem[] },
): FlowItem[] {
  const rows = rowsIn(table, false)
  const cells = rows.map(({ row }) => elementsIn(row).flatMap((cell) => cellsOf(cell, flow)))
  return tableFlow(cells, { headed: rows[0]?.isHead === true, at, tally })
}

function rowsIn(element: XmlElement, isHead: boolean): { row: XmlElement; isHead: boolean }[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'table:table-row') return [{ row: child, isHead }]
    if (child.name === 'table:table-header-rows') return rowsIn(child, true)
    return /^table:table-row(?:s|-group)$/.test(child.name) ? rowsIn(child, isHead) : []
  })
}

function cellsOf(cell: XmlElement, flow: (cell: XmlElement) => FlowItem[]): Cell[] {
  if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return []
  const repeated = Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1
  const items = flow(cell)
  const isMerged = Number(cell.attributes['table:number-columns-spanned'] ?? 1) > 1
  return Array.from({ length: Math.min(repeated, mostRepeated) }, () => ({
    items,
    columns: 1,
    isMerged,
  }))
}
