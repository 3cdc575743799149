import { isOf, labelOf, readId } from '../../contract/ids.ts'
import { kindNames } from '../../contract/locator.ts'
import { sayPages } from '../text-on-page/locator.ts'
import { elementOf, passageOf } from '../text-on-page/passage.ts'
import { findTarget, targetsIn, type Found } from '../go-to/find.ts'
import { parseLocator } from '../go-to/parse-locator.ts'
import { versionLink } from '../go-to/version-link.ts'
import { citePassage } from './cited.ts'
import type { Cited } from './compose.ts'
import type { CitationData } from './data.ts'

type Problem = { problem: string }

/**
 * Cites what a reader has typed. Paragraphs and notes are quoted, pages and sections only named; an empty query cites
 * the whole text.
 */
export function citePlace(
  article: HTMLElement,
  query: string,
  data: CitationData,
): Cited | Problem {
  const { address, version } = data
  const bare = { quotation: [], notes: [] }
  if (!query.trim()) return { ...bare, locator: '', address: versionLink(address, version, '') }
  const ends = findEnds(article, query)
  if ('problem' in ends) return ends
  const { first, last } = ends
  if (isOf(first.id, 'paragraph', 'note')) return citeWords(article, first, last, data)
  const isPage = isOf(first.id, 'page')
  const pages = [first, last].map(({ id }) => labelOf(id)) as [string, string]
  return {
    ...bare,
    label: isPage ? 'page' : 'section',
    locator: isPage ? sayPages(pages) : `Abschnitt ‹${first.name}›`,
    address: versionLink(address, version, first.id),
  }
}

type Target = Exclude<Found, Problem>

/** Both ends of „14–16“; for a single place, that place twice. */
function findEnds(article: HTMLElement, query: string): { first: Target; last: Target } | Problem {
  const targets = targetsIn(article)
  const first = findTarget(query, targets)
  if ('problem' in first) return first
  const to = parseLocator(query)?.to
  const kind = readId(first.id)?.kind
  if (!to || !kind) return { first, last: first }
  const last = findTarget(`${kindNames[kind]} ${to}`, targets)
  return 'problem' in last ? last : { first, last }
}

function citeWords(article: HTMLElement, first: Target, last: Target, data: CitationData) {
  const [from, to] = [first, last].map(({ id }) => elementOf(article, id))
  const gone = !from || from.matches('[data-removed]') ? first : last
  const removed = {
    problem: `${gone.name} ist in dieser Fassung entfallen und lässt sich nicht zitieren.`,
  }
  if (!from || !to) return removed
  if (from !== to && isOf(first.id, 'note'))
    return { problem: 'Anmerkungen lassen sich nur einzeln zitieren.' }
  if (to.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING)
    return { problem: `${last.name} steht vor ${first.name}.` }
  const range = article.ownerDocument.createRange()
  range.setStart(from, 0)
  range.setEnd(to, to.childNodes.length)
  const passage = [from, to].some((end) => end.matches('[data-removed]')) ? null : passageOf(range)
  return passage ? citePassage(passage, data) : removed
}
