import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Addresses of `[name]: address`, by name. */
export function definitionsIn(tree: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url))
  return definitions
}
