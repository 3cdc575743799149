import type { Nodes } from 'mdast'

/**
 * A copy of a tree with some nodes replaced. Unchanged parts are shared with the given tree, which is not changed.
 * Replacements are not searched.
 */
export function replaceNodes<Kind extends Nodes>(
  node: Kind,
  replacements: ReadonlyMap<Nodes, readonly Nodes[]>,
): Kind {
  if (replacements.size === 0 || !('children' in node)) return node
  const children = node.children.flatMap(
    (child) => replacements.get(child) ?? [replaceNodes(child as Nodes, replacements)],
  )
  const isSame =
    children.length === node.children.length &&
    children.every((child, i) => child === node.children[i])
  return isSame ? node : { ...node, children }
}
