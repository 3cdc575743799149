import type { ElementContent, Root as HastRoot } from 'hast'
import type { Nodes, PhrasingContent } from 'mdast'
import { toHast, type Handlers } from 'mdast-util-to-hast'
import { rehypeFootnotes } from 'rehype-footnotes'
import { createHandlers, type Context } from './handlers.ts'

/** The elements of a text, its notes in a list at its end (`takeNotes`). */
export function toTree(tree: Nodes, context: Context): HastRoot {
  const handlers = createHandlers(context) as unknown as Handlers
  const hast = toHast(tree, { handlers }) as HastRoot
  rehypeFootnotes()(hast)
  return hast
}

/** The elements of inline content. */
export function inlineTree(content: PhrasingContent[], context: Context): ElementContent[] {
  return toTree({ type: 'paragraph', children: content }, context).children as ElementContent[]
}
