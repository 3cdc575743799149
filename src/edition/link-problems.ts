import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Place, type Problem } from './messages.ts'
import type { Linked } from './link.ts'
import type { Text } from './model.ts'
import { placeOf } from './place.ts'

type Parts = Linked['edition']

/** Everything that can be wrong between files: works, terms, places and addresses that do not exist. */
export function linkProblems(parts: Parts): Problem[] {
  return [
    ...unknownWorks(parts),
    ...termProblems(parts),
    ...sessionProblems(parts),
    ...deadLinks(parts),
    ...unused(parts),
  ]
}

const fileStart = (path: string): Place => ({ path, line: 1, column: 1 })

function unknownWorks({ texts, terms, works }: Parts): Problem[] {
  const known = new Set(works.map(({ work }) => work.id))
  const problems: Problem[] = []
  for (const { path, tree } of texts)
    visit(tree, (node) => {
      if ((node.type === 'workRef' || node.type === 'citation') && !known.has(node.work))
        problems.push(problem(placeOf(path, node), 'unknown-work', node.work))
    })
  for (const { path, works: cited } of terms)
    for (const key of cited)
      if (!known.has(key)) problems.push(problem(fileStart(path), 'unknown-work', key))
  return problems
}

function termProblems({ terms }: Parts): Problem[] {
  const known = new Set(terms.map(({ slug }) => slug))
  return terms.flatMap(({ path, related }) =>
    related
      .filter((slug) => !known.has(slug))
      .map((slug) => problem(fileStart(path), 'unknown-term', slug)),
  )
}

function sessionProblems({ sessions, texts, terms, works }: Parts): Problem[] {
  const bySlug = new Map(texts.map((text) => [text.slug, text]))
  const knownTerms = new Set(terms.map(({ slug }) => slug))
  const knownWorks = new Set(works.map(({ work }) => work.id))
  return sessions.flatMap((session) => {
    const place = fileStart(session.path)
    const problems: Problem[] = []
    for (const { text: slug, from, to, optional } of session.passages) {
      const text = bySlug.get(slug)
      if (!text && !optional) problems.push(problem(place, 'unknown-text', slug))
      for (const id of text ? [from, to] : [])
        if (!hasPlace(text!, id)) problems.push(problem(place, 'unknown-place', id, slug))
    }
    const main = bySlug.get(session.passages[0]!.text)
    for (const id of main ? session.questions.flatMap(({ at }) => at) : [])
      if (!hasPlace(main!, id)) problems.push(problem(place, 'unknown-place', id, main!.slug))
    for (const slug of session.terms)
      if (!knownTerms.has(slug)) problems.push(problem(place, 'unknown-term', slug))
    for (const key of session.works)
      if (!knownWorks.has(key)) problems.push(problem(place, 'unknown-work', key))
    return problems
  })
}

const hasPlace = (text: Text, id: string) =>
  text.paragraphs.some((paragraph) => paragraph.id === id) ||
  text.sections.some((section) => section.id === id)

/** Pages that the site has besides those made from content. */
const fixedPages = ['/', '/glossar/', '/literatur/', '/seminar/', '/suche/', '/bericht/']

function deadLinks({ texts, terms, works, sessions, pages }: Parts): Problem[] {
  const addresses = new Set([
    ...fixedPages,
    ...texts.map(({ slug }) => `/texte/${slug}/`),
    ...terms.map(({ slug }) => `/glossar/${slug}/`),
    ...sessions.map(({ slug }) => `/seminar/${slug}/`),
    ...pages.map(({ slug }) => `/${slug}/`),
    ...works.map(({ work }) => `/literatur/#lit-${work.id}`),
    ...texts.flatMap(({ slug, ...text }) => anchors(text).map((id) => `/texte/${slug}/#${id}`)),
  ])
  const problems: Problem[] = []
  const look = (path: string, tree: Root, own: ReadonlySet<string>) =>
    visit(tree, ['link', 'definition'], (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return
      const { url } = node
      if (/^(https?|mailto):/.test(url)) return
      const alive = url.startsWith('#') ? own.has(url.slice(1)) : addresses.has(url)
      if (!alive) problems.push(problem(placeOf(path, node), 'dead-link', url))
    })
  for (const text of texts) look(text.path, text.tree, new Set(anchors(text)))
  for (const { path, article } of terms) look(path, article, new Set())
  for (const { path, tree } of pages) {
    const own = new Set<string>()
    visit(tree, 'section', ({ id }) => void own.add(id))
    look(path, tree, own)
  }
  return problems
}

const anchors = (text: Pick<Text, 'paragraphs' | 'sections' | 'notes' | 'pages'>) =>
  [text.paragraphs, text.sections, text.notes, text.pages].flat().map(({ id }) => id)

function unused({ texts, terms, works }: Parts): Problem[] {
  if (texts.length === 0) return []
  return [
    ...terms
      .filter(({ occurrences }) => occurrences.length === 0)
      .map(({ path, lemma }) => problem(fileStart(path), 'unused-term', lemma)),
    ...works
      .filter(({ citedIn, terms: resting }) => citedIn.length === 0 && resting.length === 0)
      .map(({ work }) => problem(fileStart('content/bibliography.json'), 'uncited-work', work.id)),
  ]
}
