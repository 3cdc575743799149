import type { Root } from 'mdast'
import { figuresIn, isForeign } from '../../markdown/figures.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { LinkedParts } from '../model/parts.ts'
import type { EditionData } from '../model/schemas.ts'
import { positionOf, type SourcePositions } from '../../problems/source-position.ts'

/** Null: there is no such file in public/; `fault`: why it cannot be shown. The path begins there, without a slash. */
export type FigureAt = (path: string) => { fault: string | null } | null

/** What every browser shows, and a file of the edition can hold. */
const kinds = /\.(?:png|jpe?g|svg|webp|avif|gif)$/i

/** Figures whose file is not there, is none that a browser shows, or cannot be shown. */
export function missingFigures(
  { texts, terms, pages }: LinkedParts,
  figureAt: FigureAt,
): Problem[] {
  const look = (path: string, tree: Root) =>
    figuresIn(tree)
      // Those from elsewhere are another problem.
      .filter(({ url }) => !isForeign(url))
      .flatMap(({ node, url }) => {
        const found = lookUp(url, figureAt)
        if (!found) return [problem(positionOf(path, node), 'missing-figure', url)]
        if (!found.fault) return []
        return [problem(positionOf(path, node), 'unfit-figure', url, found.fault)]
      })
  return [
    ...texts.flatMap(({ path, tree }) => look(path, tree)),
    ...terms.flatMap(({ path, article, glossContent }) => [
      ...look(path, { type: 'root', children: glossContent }),
      ...look(path, article),
    ]),
    ...pages.flatMap(({ path, tree }) => look(path, tree)),
  ]
}

/** The picture below the title of the edition, if it is not to be had. */
export function missingOrnament(
  { ornament }: EditionData,
  { inData }: SourcePositions,
  figureAt: FigureAt,
): Problem[] {
  if (!ornament || ornament === 'conductors') return []
  const at = inData('content/edition.yaml', 'ornament')
  const found = lookUp(ornament, figureAt)
  if (!found) return [problem(at, 'missing-figure', ornament)]
  return found.fault ? [problem(at, 'unfit-figure', ornament, found.fault)] : []
}

function lookUp(url: string, figureAt: FigureAt): ReturnType<FigureAt> {
  const leadsOut = url.split('/').includes('..')
  if (!url.startsWith('/') || leadsOut || !kinds.test(url)) return null
  // The name of a file may look like an escaped one: „50%25.png“.
  const [asAddress, asName] = [decoded(url), url].map((path) => path.slice(1).normalize('NFC'))
  return figureAt(asAddress!) ?? figureAt(asName!)
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
