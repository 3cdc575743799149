import type { Nodes } from 'mdast'

/** The words of a node alone: no note calls, no page marks, no notes; line breaks are spaces. */
export function wordingOf(node: Nodes): string {
  return collect(node).replace(/\s+/g, ' ').trim()
}

function collect(node: Nodes): string {
  switch (node.type) {
    case 'footnoteReference':
    case 'footnoteDefinition':
    case 'pageBreak':
    case 'yaml':
      return ''
    case 'break':
      return ' '
    case 'citation':
      return ''
    default:
      if ('value' in node) return node.value
      if (!('children' in node)) return ''
      const glue = node.children.some(isBlock) ? ' ' : ''
      return node.children.map(collect).join(glue)
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

/** Words as a reader counts them. */
export function countWords(wording: string): number {
  return wording.match(/[\p{L}\p{N}]+(?:[-’'*.,:][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
