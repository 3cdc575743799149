import type { Nodes } from 'mdast'
import { plainText } from '../contract/reference.ts'
import { collapseSpaces, leftOutNodes } from '../contract/wording.ts'

/** The words of a node as defined in `contract/wording.ts`. Blocks inside it are separated by spaces. */
export function wordingOf(node: Nodes): string {
  return collapseSpaces(collect(node))
}

/** The text of a block before a node in it, of the node itself, and after it. */
export function wordingAround(
  block: Nodes,
  inner: Nodes,
): [before: string, own: string, after: string] {
  const parts = collapseSpaces(collect(block, inner)).split(mark)
  return [parts[0] ?? '', parts[1] ?? '', parts[2] ?? '']
}

const mark = '\u0000'

/** `marked`: a node whose text is put between two marks. */
function collect(node: Nodes, marked?: Nodes): string {
  if (node === marked) return mark + collect(node) + mark
  if (leftOutNodes.has(node.type)) return ''
  switch (node.type) {
    case 'citation':
      return plainText(node.reference?.pieces ?? [])
    case 'break':
      return ' '
    default:
      if ('value' in node) return node.value
      if (!('children' in node)) return ''
      const glue = node.children.some(isBlock) ? ' ' : ''
      return node.children.map((child) => collect(child, marked)).join(glue)
  }
}

const blocks = new Set([
  'paragraph',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'heading',
  'section',
])
const isBlock = (node: Nodes) => blocks.has(node.type)

/** Number of words. */
export function countWords(wording: string): number {
  return wording.match(/[\p{L}\p{N}]+(?:[-’'*.,:][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
