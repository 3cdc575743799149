import { workId } from '../../contract/ids.ts'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { Text } from '../model/model.ts'
import { sitePagesOf } from '../model/site-places.ts'
import type { LinkedParts } from '../model/parts.ts'
import { nearestName } from './nearest-name.ts'
import { glossTree } from './trees.ts'
import { positionOf } from '../../problems/source-position.ts'

/** Internal links without a target, and external ones that are no address; whether those answer is not checked. */
export function deadLinks(parts: LinkedParts): Problem[] {
  const { texts, terms, works, sessions, pages } = parts
  const addresses = new Set([
    '/',
    ...sitePagesOf(parts).map((page) => `/${page}/`),
    ...terms.map(({ slug }) => `/glossar/${slug}/`),
    ...sessions.map(({ slug }) => `/seminar/${slug}/`),
    ...works.map(({ work }) => `/literatur/#${workId(work.id)}`),
    ...texts.flatMap((text) => withAnchors(`/texte/${text.slug}/`, anchorsOf(text))),
    ...pages.flatMap(({ slug, tree }) => withAnchors(`/${slug}/`, headingsOf(tree))),
  ])
  const look = (path: string, tree: Root, own: readonly string[]) =>
    addressed(tree)
      .filter(({ url }) => !isExternal(url))
      .filter(({ url }) =>
        url.startsWith('#') ? !own.includes(url.slice(1)) : !addresses.has(url),
      )
      .map((node) =>
        problem(
          positionOf(path, node),
          'dead-link',
          node.url,
          nearestAddress(node.url, addresses, own),
        ),
      )
  return [
    ...texts.flatMap((text) => look(text.path, text.tree, anchorsOf(text))),
    ...terms.flatMap((term) => [
      ...look(term.path, term.article, []),
      ...look(term.path, glossTree(term), []),
    ]),
    ...pages.flatMap(({ path, tree }) => look(path, tree, headingsOf(tree))),
  ]
}

/** Where the page is there, among its sections; else among pages. A number is wrong rather than misspelt. */
function nearestAddress(
  url: string,
  addresses: ReadonlySet<string>,
  own: readonly string[],
): string | undefined {
  const page = url.replace(/#.*/, '')
  const among = page === '' ? own.map((id) => `#${id}`) : [...addresses]
  const isNear = (one: string) =>
    page === '' || addresses.has(page) ? one.startsWith(`${page}#`) : !one.includes('#')
  return nearestName(
    url,
    among.filter((one) => isNear(one) && !/#.*\d[a-z]?$/.test(one)),
  )
}

const isExternal = (url: string) =>
  /^https?:/.test(url) ? URL.canParse(url) : /^mailto:\S/.test(url)

const withAnchors = (page: string, anchors: readonly string[]) => [
  page,
  ...anchors.map((id) => `${page}#${id}`),
]

const anchorsOf = ({ paragraphs, sections, notes, pages }: Text) =>
  [paragraphs, sections, notes, pages].flat().map(({ id }) => id)

function headingsOf(tree: Root): string[] {
  const ids: string[] = []
  visit(tree, 'section', ({ id }) => void ids.push(id))
  return ids
}

/** Links and link definitions. */
function addressed(tree: Root) {
  const used = new Set<string>()
  visit(tree, 'linkReference', ({ identifier }) => void used.add(identifier))
  const found: Extract<Root['children'][number], { type: 'link' | 'definition' }>[] = []
  visit(tree, (node) => {
    if (node.type === 'link' || (node.type === 'definition' && used.has(node.identifier)))
      found.push(node)
  })
  return found
}
