/** Pandoc's simple, multiline and grid tables → tables with strokes. */
import type { SourceLine } from './lines.ts'

interface Found {
  lines: SourceLine[]
  end: number
}

const cellText = (text: string): string => text.trim().replace(/(?<!\\)\|/g, '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`

function written(
  head: readonly string[] | null,
  rows: readonly (readonly string[])[],
  lines: readonly SourceLine[],
): SourceLine[] {
  const width = rows[0]?.length ?? head?.length ?? 0
  const empty = Array<string>(width).fill('')
  const origin = lines[0]!.origin
  return [
    { text: row(head ?? empty), origin },
    { text: `|${' --- |'.repeat(width)}`, origin },
    ...rows.map((cells, i) => ({
      text: row(cells),
      origin: lines[Math.min(i + 2, lines.length - 1)]!.origin,
    })),
  ]
}

export function gridTable(source: readonly SourceLine[], start: number): Found | null {
  const rule = /^\s*\+(?:[-=:]+\+)+\s*$/
  if (!rule.test(source[start]?.text ?? '')) return null
  let end = start
  while (/^\s*[+|]/.test(source[end]?.text ?? '')) end += 1
  const own = source.slice(start, end)
  const edges = [...own[0]!.text.matchAll(/\+/g)].map(({ index }) => index)
  const rows: string[][] = []
  let head: string[] | null = null
  let cells: string[] | null = null
  for (const { text } of own)
    if (rule.test(text)) {
      if (cells) rows.push(cells)
      cells = null
      if (text.includes('=') && rows.length > 0 && !head)
        head = rows.splice(0).reduce((a, b) => a.map((cell, i) => `${cell} ${b[i] ?? ''}`))
    } else {
      const parts = edges.slice(1).map((edge, i) => text.slice(edges[i]! + 1, edge))
      cells = cells ? cells.map((cell, i) => `${cell} ${parts[i]?.trim() ?? ''}`) : parts
    }
  if (rows.length === 0 && !head) return null
  return { lines: written(head, rows, own), end }
}

/** The line that says where columns stand. */
const columnRule = /^\s*-{2,}(?:\s+-{2,})+\s*$/

interface Column {
  index: number
  end: number
}

const columnsOf = (rule: string): Column[] =>
  [...rule.matchAll(/-{2,}/g)].map(({ index, 0: dashes }) => ({
    index,
    end: index + dashes.length,
  }))

const cellsIn = (text: string, columns: readonly Column[]): string[] =>
  columns.map(({ index }, i) => text.slice(i === 0 ? 0 : index, columns[i + 1]?.index).trim())

/** Whether a word stands in two columns: then these are no columns. */
const crosses = (text: string, columns: readonly Column[]): boolean =>
  columns.slice(1).some(({ index }) => /\S{2}/.test(text.slice(index - 1, index + 1)))

/** Rows of several lines with a blank line between; a rule above and below. */
export function multilineTable(source: readonly SourceLine[], start: number): Found | null {
  const text = (at: number) => source[at]?.text ?? ''
  const isHeaded = /^\s*-{5,}\s*$/.test(text(start))
  if (start > 0 && text(start - 1).trim() !== '') return null
  let at = start
  if (isHeaded) {
    at += 1
    while (text(at).trim() !== '' && !columnRule.test(text(at))) at += 1
    if (at === start + 1) return null
  }
  if (!columnRule.test(text(at))) return null
  const columns = columnsOf(text(at))
  const head = isHeaded ? joined(source.slice(start + 1, at), columns) : null
  const last = isHeaded ? /^\s*-{5,}\s*$/ : columnRule
  const rows: SourceLine[][] = [[]]
  let end = at + 1
  for (; end < source.length && !last.test(text(end)); end += 1) {
    if (crosses(text(end), columns)) return null
    if (text(end).trim() !== '') rows.at(-1)!.push(source[end]!)
    else if (rows.at(-1)!.length > 0) rows.push([])
  }
  if (end === source.length || text(end + 1).trim() !== '') return null
  const full = rows.filter((lines) => lines.length > 0)
  if (full.length === 0) return null
  const found = written(
    head,
    full.map((lines) => joined(lines, columns)),
    [source[start]!, source[at]!, ...full.map(([first]) => first!)],
  )
  return { lines: found, end: end + 1 }
}

const joined = (lines: readonly SourceLine[], columns: readonly Column[]): string[] => {
  const cells = lines.map(({ text }) => cellsIn(text, columns))
  return columns.map((_, i) =>
    cells
      .map((row) => row[i]!)
      .filter(Boolean)
      .join(' '),
  )
}

export function simpleTable(source: readonly SourceLine[], start: number): Found | null {
  const rule = columnRule
  const isHeaded =
    source[start]!.text.trim() !== '' &&
    rule.test(source[start + 1]?.text ?? '') &&
    !rule.test(source[start]!.text)
  const at = isHeaded ? start + 1 : start
  if (!rule.test(source[at]?.text ?? '')) return null
  let end = at + 1
  while ((source[end]?.text.trim() ?? '') !== '' && !rule.test(source[end]!.text)) end += 1
  const isClosed = rule.test(source[end]?.text ?? '')
  if (!isHeaded && !isClosed) return null
  const columns = columnsOf(source[at]!.text)
  const cellsOf = ({ text }: SourceLine) => cellsIn(text, columns)
  const body = source.slice(at + 1, end)
  if (body.length === 0 || body.some(({ text }) => crosses(text, columns))) return null
  const head = isHeaded ? cellsOf(source[start]!) : null
  return {
    lines: written(head, body.map(cellsOf), source.slice(start, end)),
    end: isClosed ? end + 1 : end,
  }
}
