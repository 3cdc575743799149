import type { Element } from 'xast'
import { workId } from '../../contract/ids.ts'
import type { CslDate, Name } from '../../citation/csl.ts'
import type { Work } from '../../edition/model/model.ts'
import { tei } from './element.ts'

/** A work of the bibliography; what is part of another (article, chapter) has both levels. */
export function workElement(work: Work, id: string | null = workId(work.id)): Element {
  const container = work['container-title']
  const language = { 'xml:lang': work.language }
  const authors = names('author', work.author)
  const editors = names('editor', work.editor)
  const identifiers = [
    ...(work.DOI ? [tei('idno', { type: 'DOI' }, work.DOI)] : []),
    ...(work.URL ? [tei('idno', { type: 'URI' }, work.URL)] : []),
    ...(work.ISBN ? [tei('idno', { type: 'ISBN' }, work.ISBN)] : []),
  ]
  const title = (level: string, words: string, more = {}) => tei('title', { level, ...more }, words)
  const own = work.title ?? work.genre ?? String(work.number ?? '')
  const attributes = { type: work.type, 'xml:id': id }
  if (!container)
    return tei(
      'biblStruct',
      attributes,
      tei(
        'monogr',
        {},
        ...authors,
        ...editors,
        title('m', own, language),
        ...identifiers,
        imprint(work),
      ),
    )
  const periodical = /^(?:article|post|review|entry)/.test(work.type)
  return tei(
    'biblStruct',
    attributes,
    tei('analytic', {}, ...authors, title('a', own, language), ...identifiers),
    tei(
      'monogr',
      {},
      ...names('author', work['container-author']),
      ...editors,
      title(periodical ? 'j' : 'm', container),
      imprint(work),
    ),
  )
}

function imprint(work: Work): Element {
  const scopes = (['volume', 'issue', 'page'] as const).flatMap((unit) => {
    const value = work[unit]
    return value === undefined ? [] : [tei('biblScope', { unit }, String(value))]
  })
  return tei(
    'imprint',
    {},
    ...(work['publisher-place'] ? [tei('pubPlace', {}, work['publisher-place'])] : []),
    ...(work.publisher ? [tei('publisher', {}, work.publisher)] : []),
    date(work.issued),
    ...scopes,
  )
}

/** TEI wants a date in every imprint, an empty one if it is not known. */
function date(issued: CslDate | undefined): Element {
  const [first, last] = (issued?.['date-parts'] ?? []).map((parts) =>
    parts.map((part, i) => String(part).padStart(i > 0 ? 2 : 4, '0')).join('-'),
  )
  const words = issued?.literal ?? issued?.raw
  const isIso = (value: string) => /^\d{4}(-\d{2}){0,2}$/.test(value)
  if (first === undefined) return words ? tei('date', {}, words) : tei('date', {})
  if (last !== undefined && isIso(first) && isIso(last))
    return tei('date', { from: first, to: last })
  return isIso(first) ? tei('date', { when: first }) : tei('date', {}, first)
}

function names(role: 'author' | 'editor', people: readonly Name[] | undefined): Element[] {
  return (people ?? []).map((person) => tei(role, {}, personName(person)))
}

function personName(person: Name): Element {
  if (person.literal || !person.family) return tei('name', {}, person.literal ?? person.given ?? '')
  const link = person['non-dropping-particle'] ?? person['dropping-particle']
  const parts = [
    ...(person.given ? [tei('forename', {}, person.given)] : []),
    ...(link ? [tei('nameLink', {}, link)] : []),
    tei('surname', {}, person.family),
    ...(person.suffix ? [tei('genName', {}, person.suffix)] : []),
  ]
  return tei('persName', {}, ...parts.flatMap((part, i) => (i > 0 ? [' ', part] : [part])))
}
