import type { Root } from 'mdast'
import { figuresIn, isForeign } from '../../markdown/figures.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { LinkedParts } from '../model/parts.ts'
import { placeOf } from '../../problems/place.ts'

/** Is there such a file in public/? The path begins there, without a slash. */
export type HasFile = (path: string) => boolean

/** What every browser shows, and a file of the edition can hold. */
const kinds = /\.(?:png|jpe?g|svg|webp|avif|gif)$/i

/** Figures whose file is not there, or is none that a browser shows. */
export function missingFigures({ texts, terms, pages }: LinkedParts, hasFile: HasFile): Problem[] {
  const look = (path: string, tree: Root) =>
    figuresIn(tree)
      // Those from elsewhere are another problem.
      .filter(({ url }) => !isForeign(url) && !isThere(url, hasFile))
      .map(({ node, url }) => problem(placeOf(path, node), 'missing-figure', url))
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
