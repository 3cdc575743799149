import { workId } from '../../contract/ids.ts'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Work } from '../model/model.ts'
import type { LinkedParts, Parts } from '../model/parts.ts'
import type { ReadTerm } from '../read/read-term.ts'

export interface UsedParts {
  parts: Parts
  unusedTerms: ReadTerm[]
  unusedWorks: Work[]
}

/**
 * What an edition without some of its texts may hold: its texts, pages and sessions, the terms and works that these
 * use, and what the entries of those terms use in turn. That an entry names another as related is no use of it.
 */
export function usedParts(parts: Parts, linked: LinkedParts): UsedParts {
  const terms = new Set<string>()
  const works = new Set<string>()
  const entries = new Map(parts.terms.map((term) => [term.slug, term]))
  const texts = new Set(linked.texts.map(({ slug }) => slug))

  const addTerm = (slug: string) => {
    const entry = entries.get(slug)
    if (!entry || terms.has(slug)) return
    terms.add(slug)
    for (const key of entry.works) works.add(key)
    addAll(entry.article)
    entry.glossContent.forEach(addAll)
  }
  const addAll = (tree: Nodes) =>
    visit(tree, (node) => {
      if (node.type === 'glossRef') addTerm(node.term)
      if (node.type === 'workRef' || node.type === 'citation') works.add(node.work)
      if (node.type !== 'link' && node.type !== 'definition') return
      const [, term] = /^\/glossar\/([^/#?]+)/.exec(node.url) ?? []
      if (term) addTerm(term)
      const [, anchor] = /^\/literatur\/#(.+)$/.exec(node.url) ?? []
      for (const { id } of anchor ? parts.works : []) if (workId(id) === anchor) works.add(id)
    })

  for (const { tree, printed } of linked.texts) {
    addAll(tree)
    if (printed) works.add(printed)
  }
  for (const { tree } of linked.pages) addAll(tree)
  for (const session of linked.sessions) {
    if (!session.passages.some(({ text }) => texts.has(text))) continue
    session.terms.forEach(addTerm)
    for (const key of session.works) works.add(key)
  }
  return {
    parts: {
      ...parts,
      terms: parts.terms
        .filter(({ slug }) => terms.has(slug))
        .map((term) => ({ ...term, related: term.related.filter((slug) => terms.has(slug)) })),
      works: parts.works.filter(({ id }) => works.has(id)),
      sessions: parts.sessions.map((session) => ({
        ...session,
        terms: session.terms.filter((slug) => terms.has(slug)),
        works: session.works.filter((key) => works.has(key)),
      })),
    },
    unusedTerms: parts.terms.filter(({ slug }) => !terms.has(slug)),
    unusedWorks: parts.works.filter(({ id }) => !works.has(id)),
  }
}
