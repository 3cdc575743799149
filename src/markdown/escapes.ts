import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

const escaped = new WeakMap<Text, ReadonlySet<number>>()

/** Remembers which brackets of the texts in a tree are escaped in the source: `\[`, `&#91;`. */
export function rememberEscapes(tree: Root, source: string): void {
  visit(tree, 'text', (node) => {
    if (!node.value.includes('[') || !node.position) return
    const written = source.slice(node.position.start.offset, node.position.end.offset)
    const brackets = [...written.matchAll(/(\\[^])|\[|&(?:#91|#x5b|lbrack|lsqb);/gi)]
      .map(([found]) => found)
      .filter((found) => found === '\\[' || !found.startsWith('\\'))
    const indices = [...node.value.matchAll(/\[/g)].map(({ index }) => index)
    if (indices.length !== brackets.length) return
    escaped.set(node, new Set(indices.filter((_, nth) => brackets[nth] !== '[')))
  })
}

/** Whether the bracket at `index` of a text's value is meant as the sign. */
export const isEscaped = (node: Text, index: number): boolean =>
  escaped.get(node)?.has(index) ?? false

/** A part of a text that knows the same escapes. */
export function partOf(node: Text, start: number, end: number): Text {
  const part: Text = { ...node, value: node.value.slice(start, end) }
  const indices = [...(escaped.get(node) ?? [])].map((index) => index - start)
  if (indices.length > 0) escaped.set(part, new Set(indices))
  return part
}
