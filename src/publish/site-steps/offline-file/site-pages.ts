import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'hast'
import { pagesIn } from '../../pages.ts'
import { byProperty, byTag, element, find, findAll, readHtml, removeAll, text } from './tree.ts'

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
      const tree = parsePage(await readFile(join(folder, name), 'utf8'))
      const slug = /^texte\/([^/]+)\/$/.exec(path)
      if (slug)
        takeAlong(tree, slug[1]!, await readFile(join(folder, path, 'nachweis.json'), 'utf8'))
      return { path, tree }
    }),
  )
  return new Map(pages.map((page) => [page.path, page]))
}

/** What the page of a text would ask the site for when a place is cited. */
function takeAlong(tree: Root, slug: string, json: string): void {
  const properties = { type: 'application/json', dataCiting: slug }
  const words = text(json.replaceAll('<', '\\u003c'))
  find(tree, byTag('main')).children.push(element('script', properties, [words]))
}

/** Scripts of the site are modules, which no browser loads from a disk; the file brings its own. */
export function parsePage(html: string): Root {
  const tree = readHtml(html)
  removeAll(tree, byTag('link'))
  removeAll(tree, byProperty('dataOnSite'))
  removeAll(tree, ({ tagName, properties }) => {
    if (tagName === 'meta') return 'httpEquiv' in properties || 'property' in properties
    return (
      tagName === 'script' &&
      (/^(?:module|application\/ld\+json)$/.test(String(properties['type'])) || 'src' in properties)
    )
  })
  // The parser drops what a template holds.
  if (findAll(tree, byTag('template')).length > 0)
    throw new Error('A page has a <template> that its file would lose.')
  return tree
}
