import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byTag, findAll, parseHtml, textOf } from '../../hast.ts'
import { fileAt, targetInFile } from '../../links.ts'
import { composeFile } from './compose.ts'
import { partsOfText } from './parts.ts'
import { placedOf, searchElements } from './search.ts'
import { takeAlong, withoutSite } from './site-pages.ts'
import { stylesOf } from './styles.ts'
import type { TextOrder } from './text-order.ts'

/** What all files have in common; the folder is that of the site. */
export interface Shared {
  folder: string
  script: string
}

/** The same order gives the same file. */
export function makeTextFile(order: TextOrder, { folder, script }: Shared): string {
  const site = new URL(order.site)
  const tree = withoutSite(parseHtml(order.html))
  takeAlong(tree, order.path.split('/')[1]!, order.citing)
  const first = { path: order.path, tree }
  const parts = partsOfText(first, order, (page, href) => targetInFile(site, page, href))
  const sheets = parts.flatMap(({ path }) =>
    path === 'glossar/' ? order.styles.glossary : order.styles.works,
  )
  return composeFile({
    ...{ first, parts, script, site, published: order.published },
    styles: stylesOf([...findAll(tree, byTag('style')).map(textOf), ...sheets]),
    encode: (url) => encode(join(folder, fileAt(site, '', url) ?? url)),
    search: (anchors) => searchElements(placedOf(order.records, order.texts), order.found, anchors),
  })
}

/** By their paths: all files have the same. */
const fonts = new Map<string, string>()

function encode(path: string): string {
  const known = fonts.get(path) ?? readFileSync(path).toString('base64')
  if (path.endsWith('.woff2')) fonts.set(path, known)
  return known
}
