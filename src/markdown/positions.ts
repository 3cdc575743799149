import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Gives nodes without a position the one they have in the source: where the parser finds an address only when the
 * paragraph is read, it divides a text and leaves the parts without. An address stands in the source as it is; words lie
 * between.
 */
export function placeNodes(tree: Root, source: string): void {
  const pointAt = pointsIn(source)
  visit(tree, (parent) => {
    if (!('children' in parent) || !parent.position) return
    const children: Nodes[] = parent.children
    if (children.every(({ position }) => position)) return
    const end = parent.position.end.offset!
    let at = parent.position.start.offset!
    for (const [i, node] of children.entries()) {
      if (!node.position) {
        const [from, to] = extentOf(node, children[i + 1], source, at, end)
        node.position = { start: pointAt(from), end: pointAt(to) }
      }
      at = node.position.end.offset!
    }
  })
}

function extentOf(
  node: Nodes,
  next: Nodes | undefined,
  source: string,
  at: number,
  end: number,
): [from: number, to: number] {
  const own = addressAt(node, source, at, end)
  if (own) return [...own]
  if (!next) return [at, end]
  const [from] = addressAt(next, source, at, end) ?? []
  return [at, Math.max(at, next.position?.start.offset ?? from ?? end)]
}

/** Where a link that has been found in words stands. */
function addressAt(node: Nodes, source: string, at: number, end: number) {
  const words = node.type === 'link' && node.children[0]
  if (!words || words.type !== 'text') return null
  const from = source.indexOf(words.value, at)
  return from < 0 || from > end ? null : ([from, from + words.value.length] as const)
}

function pointsIn(source: string) {
  let starts: number[] | undefined
  return (offset: number) => {
    starts ??= [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
    let [first, beyond] = [0, starts.length]
    while (beyond - first > 1) {
      const middle = (first + beyond) >> 1
      if (starts[middle]! <= offset) first = middle
      else beyond = middle
    }
    return { line: first + 1, column: offset - starts[first]! + 1, offset }
  }
}
