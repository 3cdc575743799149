import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'hast'
import { pagesIn } from '../pages.ts'
import { byProperty, byTag, findAll, readHtml, removeAll } from './tree.ts'

/** A page of the site without what only a site has use for. */
export interface SitePage {
  /** Below the base path: `glossar/ptx/`; empty for the title page. */
  path: string
  tree: Root
}

const left = /^(?:404|offline|suche)(?:\/|\.html$)/

/** The pages that a file may hold, by path. */
export async function readPages(folder: string): Promise<Map<string, SitePage>> {
  const names = (await pagesIn(folder)).filter(
    (name) => name.endsWith('index.html') && !left.test(name),
  )
  const pages = await Promise.all(
    names.map(async (name) => {
      const path = name.slice(0, -'index.html'.length)
      return { path, tree: parsePage(await readFile(join(folder, name), 'utf8')) }
    }),
  )
  return new Map(pages.map((page) => [page.path, page]))
}

/** Scripts of the site are modules, which no browser loads from a disk; the file brings its own. */
export function parsePage(html: string): Root {
  const tree = readHtml(html)
  removeAll(tree, byTag('link'))
  removeAll(tree, byProperty('dataOnSite'))
  removeAll(tree, ({ tagName, properties }) => {
    if (tagName === 'meta') return 'httpEquiv' in properties || 'property' in properties
    return tagName === 'script' && (properties['type'] === 'module' || 'src' in properties)
  })
  // The parser drops what a template holds.
  if (findAll(tree, byTag('template')).length > 0)
    throw new Error('A page has a <template> that its file would lose.')
  return tree
}
