import type { Link, PhrasingContent, Root, TextData } from 'mdast'
import { visit } from 'unist-util-visit'
import { keyFromWords } from '../../citation/keys.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionOf } from '../../problems/source-position.ts'
import { wordingOf } from '../../markdown/wording.ts'

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const pageNumber = /^(\d+[a-z]?|[ivxlc]+)$/

/**
 * Replaces links with the edition's own schemes by nodes:
 * `[PTX](term:ptx)` → glossRef, `[PTX](term:-)` → text without a gloss, `[Rella](work:rella-2024)` → workRef,
 * `[ebd.](work:-)` → text that names no work,
 * `[words](lang:en)` → foreign, `[](page:104)` → pageBreak.
 */
export function readSchemes(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'link', (link, index, parent) => {
    const [, scheme, name] = /^(term|work|lang|page):(.*)$/s.exec(link.url) ?? []
    if (!scheme || name === undefined || !parent || index === undefined) return
    const place = positionOf(path, link)
    if (scheme === 'lang' && !languageTag.test(name))
      problems.push(problem(place, 'unknown-language', name))
    if (scheme === 'page' && !pageNumber.test(name))
      problems.push(problem(place, 'invalid-page', name))
    if (scheme === 'page' && link.children.length > 0)
      problems.push(problem(place, 'worded-page', name, wordingOf(link)))
    // Entries and pages have no print, and the mark would give its id to several places.
    if (scheme === 'page' && !isText(path)) problems.push(problem(place, 'dead-link', link.url))
    const nodes = replacement(link, scheme as Scheme, name)
    parent.children.splice(index, 1, ...nodes)
    return index
  })
  return problems
}

const isText = (path: string) => /^content\/(?:texts|private)\//.test(path)

type Scheme = 'term' | 'work' | 'lang' | 'page'

function replacement(link: Link, scheme: Scheme, name: string): PhrasingContent[] {
  const { children } = link
  const position = link.position
  const place = position ? { position } : {}
  switch (scheme) {
    case 'term':
      return name === '-'
        ? children.map((child) => withData(child, { plain: true }))
        : [{ type: 'glossRef', term: name, gloss: 0, children, ...place }]
    case 'work':
      if (name === '-') return children.map((child) => withData(child, { noWork: true }))
      return [{ type: 'workRef', work: keyFromWords(name), children, ...place }]
    case 'lang':
      return [{ type: 'foreign', language: name, children, ...place }]
    case 'page':
      return [{ type: 'pageBreak', value: name, ...place }]
  }
}

function withData(node: PhrasingContent, data: TextData): PhrasingContent {
  if (node.type === 'text') return { ...node, data: { ...node.data, ...data } }
  if ('children' in node) {
    const children = node.children.map((child) => withData(child, data))
    return { ...node, children } as PhrasingContent
  }
  return node
}
