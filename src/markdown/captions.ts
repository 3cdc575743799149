import type {
  Blockquote,
  FootnoteDefinition,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
} from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'
import type { Captioned } from './nodes.ts'

/** Joins a table or figure and the paragraph `: caption` behind it. `source`: of the whole tree. */
export function readCaptions(tree: Root, source: string): void {
  visit(tree, (parent) => {
    if (parent.type === 'root' || isContainer(parent))
      parent.children = captionedIn(parent.children, source) as typeof parent.children
  })
}

type Container = Blockquote | FootnoteDefinition | ListItem
const isContainer = (node: Nodes): node is Container =>
  node.type === 'blockquote' || node.type === 'footnoteDefinition' || node.type === 'listItem'

function captionedIn(nodes: readonly RootContent[], source: string): RootContent[] {
  const children: RootContent[] = []
  for (const node of nodes) {
    const last = children.at(-1)
    if (last && isShown(last) && isCaption(node, source)) {
      takeColon(node)
      const [start, end] = [last.position?.start, node.position?.end]
      children.splice(-1, 1, {
        type: 'captioned',
        children: [last, node],
        ...(start && end && { position: { start, end } }),
      })
    } else children.push(node)
  }
  return children
}

const isShown = (node: RootContent): node is Captioned['children'][0] =>
  node.type === 'table' ||
  (node.type === 'paragraph' &&
    node.children.length === 1 &&
    (node.children[0]!.type === 'image' || node.children[0]!.type === 'imageReference'))

/** A paragraph `: words`, wherever it stands. */
export const isCaption = (node: Nodes, source: string): node is Paragraph =>
  node.type === 'paragraph' &&
  /^:\s+\S/.test(source.slice(node.position?.start.offset, node.position?.end.offset))

function takeColon({ children: [first] }: Paragraph): void {
  if (first?.type !== 'text') return
  const [colon] = /^:\s+/.exec(first.value) ?? ['']
  first.value = first.value.slice(colon.length)
  if (!first.position) return
  const { line, column, offset = 0 } = first.position.start
  const start = { line, column: column + colon.length, offset: offset + colon.length }
  first.position = { ...first.position, start }
}

/** Writes a caption behind what it is of. */
export const captionedToMarkdown: Handle = (
  { children: [shown, caption] }: Captioned,
  parent,
  state,
  info,
) =>
  `${state.handle(shown, parent, state, info)}\n\n: ${state.handle(caption, parent, state, info)}`
