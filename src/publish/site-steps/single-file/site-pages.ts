import type { Element, Root } from 'hast'
import { byTag, copyWithout, element, find, findFirst, text } from '../../hast.ts'
import type { Site } from '../../site.ts'

/** A page without elements that are useful only on the site. */
export interface SitePage {
  /** Relative to the base path: `glossar/ptx/`; empty for the title page. */
  path: string
  tree: Root
}

const left = /^(?:404|offline|suche)(?:\/|\.html$)|^texte\/index\.html$/

/** The pages that files may contain, by path. */
export async function readPages(site: Site): Promise<Map<string, SitePage>> {
  const held = site.pages.filter(({ name }) => name.endsWith('index.html') && !left.test(name))
  const pages = await Promise.all(
    held.map(async ({ path, tree }) => {
      const page = { path, tree: withoutSite(tree) }
      const slug = /^texte\/([^/]+)\/$/.exec(path)
      if (slug) takeAlong(page.tree, slug[1]!, (await site.read(`${path}nachweis.json`)).toString())
      return page
    }),
  )
  return new Map(pages.map((page) => [page.path, page]))
}

/** Embeds the citation data, which the page of a text loads from the site. */
function takeAlong(tree: Root, slug: string, json: string): void {
  const properties = { type: 'application/json', dataCiting: slug }
  const words = text(json.replaceAll('<', '\\u003c'))
  find(tree, byTag('main')).children.push(element('script', properties, [words]))
}

/** A copy of a page without its scripts, which are modules and cannot be loaded from a disk; the file has its own. */
export function withoutSite(tree: Root): Root {
  const copy = copyWithout(tree, isOfSite)
  // Ids and links inside a template would be missed.
  if (findFirst(copy, byTag('template')))
    throw new Error('A page has a <template> that its file cannot take over.')
  return copy
}

function isOfSite({ tagName, properties }: Element): boolean {
  if (tagName === 'link' || 'dataOnSite' in properties) return true
  if (tagName === 'meta') return 'httpEquiv' in properties || 'property' in properties
  return (
    tagName === 'script' &&
    (/^(?:module|application\/ld\+json)$/.test(String(properties['type'])) || 'src' in properties)
  )
}
