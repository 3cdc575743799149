import { sayPages } from '../text-on-page/locator.ts'
import { elementOf, passageOf } from '../text-on-page/passage.ts'
import { findPlace, type Found } from '../go-to/find.ts'
import { placesIn } from '../go-to/places-in.ts'
import { readPlace } from '../go-to/read-place.ts'
import { versionLink } from '../go-to/version-link.ts'
import { citePassage } from './cited.ts'
import type { Cited } from './compose.ts'
import type { CitationData } from './data.ts'

type Problem = { problem: string }

/**
 * What a reader has typed: paragraphs or a note with their words, pages or a section by their names; nothing: the
 * whole text.
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
  if (/^(?:abs|anm)-/.test(first.id)) return citeWords(article, first, last, data)
  const isPage = first.id.startsWith('s-')
  const pages = [first, last].map(({ id }) => id.slice(2)) as [string, string]
  return {
    ...bare,
    label: isPage ? 'page' : 'section',
    locator: isPage ? sayPages(pages) : `Abschnitt ‹${first.name}›`,
    address: versionLink(address, version, first.id),
  }
}

type Place = Exclude<Found, Problem>
const kinds: Record<string, string> = { abs: 'Abs.', s: 'S.', anm: 'Anm.' }

/** Of „14–16“ both; else the one place twice. */
function findEnds(article: HTMLElement, query: string): { first: Place; last: Place } | Problem {
  const places = placesIn(article)
  const first = findPlace(query, places)
  if ('problem' in first) return first
  const to = readPlace(query)?.to
  const [, kind = ''] = /^(abs|s|anm)-/.exec(first.id) ?? []
  if (!to || !kinds[kind]) return { first, last: first }
  const last = findPlace(`${kinds[kind]} ${to}`, places)
  return 'problem' in last ? last : { first, last }
}

function citeWords(article: HTMLElement, first: Place, last: Place, data: CitationData) {
  const [from, to] = [first, last].map(({ id }) => elementOf(article, id))
  const gone = !from || from.matches('[data-removed]') ? first : last
  const removed = {
    problem: `${gone.name} ist in dieser Fassung entfallen und lässt sich nicht zitieren.`,
  }
  if (!from || !to) return removed
  if (from !== to && first.id.startsWith('anm-'))
    return { problem: 'Anmerkungen lassen sich nur einzeln zitieren.' }
  if (to.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING)
    return { problem: `${last.name} steht vor ${first.name}.` }
  const range = article.ownerDocument.createRange()
  range.setStart(from, 0)
  range.setEnd(to, to.childNodes.length)
  const passage = [from, to].some((end) => end.matches('[data-removed]')) ? null : passageOf(range)
  return passage ? citePassage(passage, data) : removed
}
