/** Matrices, cases and lines that are aligned with each other, in TeX. */
import { shownIn, type MathNode } from './math-node.ts'

type TexOf = (of: MathNode) => string

const matrices: Readonly<Record<string, string>> = {
  '': 'matrix',
  '()': 'pmatrix',
  '[]': 'bmatrix',
  '{}': 'Bmatrix',
  '||': 'vmatrix',
  '‖‖': 'Vmatrix',
}

/** Null if there is no environment for a table with these brackets. */
export function texOfTable(
  table: MathNode,
  texOf: TexOf,
  { open, close }: { open: string; close: string },
): string | null {
  const rows = shownIn(table)
  if (rows.length === 0 || rows.some(({ name }) => name !== 'mtr')) return null
  const cells = rows.map((row) => shownIn(row).map(texOf))
  const written = cells.map((row) => row.join(' & ').trim()).join(' \\\\ ')
  const isCases = open === '{' && close === ''
  const isAligned = open + close === '' && /right left/.test(alignmentOf(table, rows))
  const isOneColumn = open + close === '' && cells.every((row) => row.length === 1)
  const name = isCases
    ? 'cases'
    : isAligned
      ? 'aligned'
      : isOneColumn
        ? 'gathered'
        : matrices[open + close]
  return name === undefined ? null : `\\begin{${name}} ${written} \\end{${name}}`
}

/** Of the columns: of the whole table, or as the cells of a row have it. */
const alignmentOf = ({ attributes }: MathNode, rows: readonly MathNode[]): string =>
  [
    attributes['columnalign'] ?? '',
    ...rows.map((row) =>
      shownIn(row)
        .map((cell) => cell.attributes['columnalign'] ?? '')
        .join(' '),
    ),
  ].join('; ')
