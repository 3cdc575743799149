/**
 * Assignment of rows to columns with the greatest total weight, by shortest augmenting paths (Jonker and
 * Volgenant), O(rows² · columns) per connected component. Pairs without a weight are never assigned.
 * @returns column of each row that has one
 */
export function assign(edges: readonly Edge[]): Map<number, number> {
  const result = new Map<number, number>()
  for (const part of connected(edges)) {
    const rows = [...new Set(part.map(({ row }) => row))]
    const columns = [...new Set(part.map(({ column }) => column))]
    // One extra column per row, at cost 0, stands for no partner.
    const costs = rows.map(() => new Float64Array(columns.length + rows.length))
    for (const { row, column, weight } of part)
      costs[rows.indexOf(row)]![columns.indexOf(column)] = -weight
    for (const [r, c] of cheapest(costs).entries())
      if (c < columns.length && costs[r]![c]! < 0) result.set(rows[r]!, columns[c]!)
  }
  return result
}

export interface Edge {
  row: number
  column: number
  /** Greater than 0. */
  weight: number
}

function connected(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    while (parent.get(root) !== undefined) root = parent.get(root)!
    return root
  }
  for (const { row, column } of edges) {
    const [a, b] = [rootOf(`r${row}`), rootOf(`c${column}`)]
    if (a !== b) parent.set(a, b)
  }
  return [...Map.groupBy(edges, ({ row }) => rootOf(`r${row}`)).values()]
}

/** Column of each row at minimal total cost; needs at least as many columns as rows. */
function cheapest(costs: readonly Float64Array[]): number[] {
  const width = costs[0]!.length
  const rowPrice = new Float64Array(costs.length)
  const columnPrice = new Float64Array(width + 1)
  const rowOf = new Int32Array(width + 1).fill(-1)
  for (let row = 0; row < costs.length; row++) {
    const distance = new Float64Array(width + 1).fill(Infinity)
    const before = new Int32Array(width + 1).fill(width)
    const done = new Uint8Array(width + 1)
    rowOf[width] = row
    let at = width
    while (rowOf[at] !== -1) {
      done[at] = 1
      const r = rowOf[at]!
      let [step, next] = [Infinity, 0]
      for (let c = 0; c < width; c++) {
        if (done[c]) continue
        const reduced = costs[r]![c]! - rowPrice[r]! - columnPrice[c]!
        if (reduced < distance[c]!) {
          distance[c] = reduced
          before[c] = at
        }
        if (distance[c]! < step) [step, next] = [distance[c]!, c]
      }
      for (let c = 0; c <= width; c++)
        if (done[c]) {
          rowPrice[rowOf[c]!]! += step
          columnPrice[c]! -= step
        } else distance[c]! -= step
      at = next
    }
    while (at !== width) {
      rowOf[at] = rowOf[before[at]!]!
      at = before[at]!
    }
  }
  const columnOf: number[] = []
  for (let c = 0; c < width; c++) if (rowOf[c] !== -1) columnOf[rowOf[c]!] = c
  return columnOf
}
