/** Pandoc's simple tables and grid tables → tables with strokes. */
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

export function simpleTable(source: readonly SourceLine[], start: number): Found | null {
  const rule = /^\s*-{2,}(?:\s+-{2,})+\s*$/
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
  const starts = [...source[at]!.text.matchAll(/-{2,}/g)].map(({ index, 0: dashes }) => ({
    index,
    end: index + dashes.length,
  }))
  const cellsOf = ({ text }: SourceLine) =>
    starts.map(({ index }, i) => text.slice(i === 0 ? 0 : index, starts[i + 1]?.index))
  const body = source.slice(at + 1, end)
  if (body.length === 0) return null
  const head = isHeaded ? cellsOf(source[start]!) : null
  return {
    lines: written(head, body.map(cellsOf), source.slice(start, end)),
    end: isClosed ? end + 1 : end,
  }
}
