import type { Element, Root } from 'hast'
import {
  byClass,
  byTag,
  copyWithout,
  element,
  find,
  findAll,
  findFirst,
  parseHtml,
  removeAll,
  text,
} from '../../hast.ts'
import type { Page } from '../../page.ts'
import type { Site } from '../../site.ts'
import type { KeepAwaited } from '../../../kept/keep.ts'
import { outlineOf, type Outline } from './shared-page.ts'

/** A page without elements that are useful only on the site. */
export interface SitePage {
  /** Relative to the base path: `glossar/ptx/`; empty for the title page. */
  path: string
  tree: Root
}

const left = /^(?:404|offline|suche)(?:\/|\.html$)|^texte\/index\.html$|^literatur\/[^/]+\//

/** The pages that files may contain. */
export interface SitePages {
  readonly paths: readonly string[]
  /** Reads a page anew at each call. */
  open: (path: string) => Promise<SitePage>
  /** Of a page that many files take parts of; it must not be changed. */
  outline: (path: string) => Promise<Outline>
  tree: (path: string) => Promise<Root>
}

/** @param outline may take an outline from elsewhere */
export function pagesOf(
  paths: readonly string[],
  open: SitePages['open'],
  outline: (path: string, make: () => Promise<Outline>) => Promise<Outline> = (_path, make) =>
    make(),
): SitePages {
  const outlines = new Map<string, Promise<Outline>>()
  const trees = new Map<string, Promise<Root>>()
  const tree = (path: string) => {
    const known = trees.get(path) ?? open(path).then(({ tree }) => tree)
    trees.set(path, known)
    return known
  }
  return {
    ...{ paths, open, tree },
    outline: (path) => {
      const known = outlines.get(path) ?? outline(path, async () => outlineOf(await tree(path)))
      outlines.set(path, known)
      return known
    },
  }
}

export function sitePages(site: Site, keep: KeepAwaited): SitePages {
  const held = site.pages.filter(({ name }) => name.endsWith('index.html') && !left.test(name))
  const treeOf = (path: string) => withoutSite(parseHtml(site.page(`${path}index.html`)!.html))
  return pagesOf(
    held.map(({ path }) => path),
    async (path) => {
      const tree = treeOf(path)
      if (path === worksPath)
        joinLists(
          tree,
          pagesOfWorks(site).map(({ path }) => treeOf(path)),
        )
      const slug = /^texte\/([^/]+)\/$/.exec(path)
      if (slug) takeAlong(tree, slug[1]!, (await site.read(`${path}nachweis.json`)).toString())
      return { path, tree }
    },
    (path, make) => keep('outline', sealsOf(site, path), make),
  )
}

const worksPath = 'literatur/'

/** The pages of a list of works that is too long for one. */
const pagesOfWorks = (site: Site): Page[] =>
  site.pages.filter(({ path }) => path.startsWith(worksPath) && path !== worksPath)

/** Hashes of what a page of a file is made of. */
export const sealsOf = (site: Site, path: string): string[] =>
  [site.page(`${path}index.html`)!, ...(path === worksPath ? pagesOfWorks(site) : [])].map(
    ({ seal }) => seal.hash,
  )

/** Puts the lists of these pages in the place of what leads to them. */
export function joinLists(tree: Root, pages: readonly Root[]): void {
  const isList = byClass('bibliography')
  const lists = new Map(
    pages.flatMap((page) => findAll(page, isList)).map((list) => [firstIdIn(list), list]),
  )
  const sheet = find(tree, byClass('sheet'))
  // In the order in which the page leads to them.
  const sections = findAll(sheet, ({ tagName }) => tagName === 'section')
  const ordered = sections.flatMap((section) => lists.get(firstIdIn(section)) ?? [])
  if (ordered.length === 0) return
  removeAll(sheet, (node) => sections.includes(node) || byClass('letters')(node))
  const items = ordered.flatMap(({ children }) => children)
  sheet.children.push(element('ol', { className: ['bibliography'] }, items))
}

const firstIdIn = (node: Element): unknown =>
  findAll(node, ({ tagName }) => tagName === 'li').find(({ properties }) => properties['id'])
    ?.properties['id']

/** Embeds the citation data, which the page of a text loads from the site. */
export function takeAlong(tree: Root, slug: string, json: string): void {
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
