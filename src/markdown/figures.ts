import type { Image, ImageReference, Root } from 'mdast'
import { visit } from 'unist-util-visit'

export interface Figure {
  node: Image | ImageReference
  /** Empty if its link definition is missing. */
  url: string
}

/** The figures of a tree in order, with inline addresses or link definitions. */
export function figuresIn(tree: Root): Figure[] {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url))
  const figures: Figure[] = []
  visit(tree, (node) => {
    if (node.type === 'image') figures.push({ node, url: node.url })
    if (node.type === 'imageReference')
      figures.push({ node, url: definitions.get(node.identifier) ?? '' })
  })
  return figures
}

/** Whether an address leads out of the edition. */
export const isForeign = (url: string): boolean => /^([a-z]+:|\/\/)/.test(url)
