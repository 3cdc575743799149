import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assign, type Edge } from '../../../src/edition/ledger/assign.ts'
import { longestChain } from '../../../src/edition/ledger/chain.ts'
import { random } from './random.ts'

/** The greatest total weight, by brute force. */
function best(edges: readonly Edge[], rows: readonly number[], taken = new Set<number>()): number {
  const [row, ...rest] = rows
  if (row === undefined) return 0
  const options = edges.filter((edge) => edge.row === row && !taken.has(edge.column))
  return Math.max(
    best(edges, rest, taken),
    ...options.map(({ column, weight }) => weight + best(edges, rest, new Set([...taken, column]))),
  )
}

test('the assignment has the greatest total weight', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { below } = random(seed)
    const size = 1 + below(5)
    const edges: Edge[] = []
    for (let row = 0; row < size; row++)
      for (let column = 0; column < 1 + below(6); column++)
        if (below(3) > 0) edges.push({ row, column, weight: 1 + below(20) })
    const found = assign(edges)
    assert.equal(new Set(found.values()).size, found.size)
    const total = [...found].reduce(
      (sum, [row, column]) => sum + edges.find((e) => e.row === row && e.column === column)!.weight,
      0,
    )
    assert.equal(total, best(edges, [...new Set(edges.map(({ row }) => row))]), `seed ${seed}`)
  }
})

test('finds the longest increasing chain', () => {
  const pairs = [3, 0, 1, 5, 2, 4].map((now, old) => ({ old, now }))
  assert.deepEqual(
    longestChain(pairs).map(({ now }) => now),
    [0, 1, 2, 4],
  )
  assert.deepEqual(longestChain([]), [])
})
