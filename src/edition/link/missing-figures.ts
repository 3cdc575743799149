import type { Root } from 'mdast'
import { figuresIn, isForeign } from '../../markdown/figures.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { LinkedParts } from '../model/parts.ts'
import { positionOf } from '../../problems/source-position.ts'

/** Whether a file exists in public/; the path is relative to it. */
export type HasFile = (path: string) => boolean

/** Formats that every browser shows and that can be embedded in a single file. */
const kinds = /\.(?:png|jpe?g|svg|webp|avif|gif)$/i

/** Figures whose file is missing or of another format. */
export function missingFigures({ texts, terms, pages }: LinkedParts, hasFile: HasFile): Problem[] {
  const look = (path: string, tree: Root) =>
    figuresIn(tree)
      // Figures on other sites are reported as another problem.
      .filter(({ url }) => !isForeign(url) && !isThere(url, hasFile))
      .map(({ node, url }) => problem(positionOf(path, node), 'missing-figure', url))
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
