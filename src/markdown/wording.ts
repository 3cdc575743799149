import type { FootnoteDefinition, Nodes } from 'mdast'
import { plainText } from '../contract/reference.ts'
import { signsOf } from './tex.ts'
import { collapseSpaces, leftOutNodes } from '../contract/wording.ts'

/** The words of a node as defined in `contract/wording.ts`. Blocks inside it are separated by spaces. */
export function wordingOf(node: Nodes): string {
  return collapseSpaces(collect(node))
}

/** The words of a note with its references as in the source: how they are written depends on the notes before. */
export const lastingWording = (note: FootnoteDefinition): string =>
  collapseSpaces(note.children.map((child) => collect(child, undefined, true)).join(' '))

/**
 * The words of a block with formulas as in the source: how they are set depends on the program that sets them, and
 * paragraphs are recognised by these words for good.
 */
export const lastingWordingOf = (block: Nodes): string =>
  collapseSpaces(collect(block, undefined, true))

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
function collect(node: Nodes, marked?: Nodes, asWritten = false): string {
  if (node === marked) return mark + collect(node, undefined, asWritten) + mark
  if (leftOutNodes.has(node.type)) return ''
  switch (node.type) {
    case 'citation':
      if (asWritten) return node.value
      return plainText(node.reference?.pieces ?? [])
    case 'formula':
      return asWritten || !node.mathml ? node.value : signsOf(node.mathml)
    case 'break':
      return ' '
    default:
      if ('value' in node) return node.value
      if (!('children' in node)) return ''
      const glue = node.children.some(isBlock) ? ' ' : ''
      return node.children.map((child) => collect(child, marked, asWritten)).join(glue)
  }
}

const blocks = new Set([
  'paragraph',
  'blockquote',
  'box',
  'captioned',
  'verseLine',
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
