import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { definitionsIn } from '../../markdown/definitions.ts'
import { isForeign } from '../transforms/foreign-figure.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { LinkedParts } from '../model/parts.ts'
import { placeOf } from '../../problems/place.ts'

/** Is there such a file in public/? The path begins there, without a slash. */
export type HasFile = (path: string) => boolean

/** What every browser shows, and a file of the edition can hold. */
const kinds = /\.(?:png|jpe?g|svg|webp|avif|gif)$/i

/** Figures whose file is not there, or is none that a browser shows. */
export function missingFigures({ texts, terms, pages }: LinkedParts, hasFile: HasFile): Problem[] {
  const look = (path: string, tree: Root) => {
    const problems: Problem[] = []
    const definitions = definitionsIn(tree)
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return
      const url = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '')
      // Those from elsewhere are another problem.
      if (!isForeign(url) && !isThere(url, hasFile))
        problems.push(problem(placeOf(path, node), 'missing-figure', url))
    })
    return problems
  }
  return [
    ...texts.flatMap(({ path, tree }) => look(path, tree)),
    ...terms.flatMap(({ path, article }) => look(path, article)),
    ...pages.flatMap(({ path, tree }) => look(path, tree)),
  ]
}

function isThere(url: string, hasFile: HasFile): boolean {
  const path = url.startsWith('/') && !url.includes('..') && kinds.test(url) && decoded(url)
  return path ? hasFile(path.slice(1)) : false
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(url)
  } catch {
    return null
  }
}
