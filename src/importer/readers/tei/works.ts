import type { Person, Work } from '../../imported-text.ts'
import { descendants, elementsIn, plainTextIn, type XmlElement } from '../xml.ts'

/** The works that a document describes in parts (`biblStruct` with an id), as CSL-JSON. */
export function worksOf(root: XmlElement): Work[] {
  return [...descendants(root)].flatMap((element) => {
    const id = element.attributes['xml:id']
    return element.name === 'biblStruct' && id ? [workOf(element, id)] : []
  })
}

function workOf(element: XmlElement, id: string): Work {
  const analytic = elementsIn(element).find(({ name }) => name === 'analytic')
  const monograph = elementsIn(element).find(({ name }) => name === 'monogr')
  const inside = (within: XmlElement | undefined, name: string) =>
    within ? [...descendants(within)].filter((one) => one.name === name) : []
  const first = (within: XmlElement | undefined, name: string) =>
    plainTextIn(inside(within, name)[0])
  const people = (within: XmlElement | undefined, name: string): Person[] =>
    elementsIn(within ?? element)
      .filter((one) => one.name === name)
      .map(personOf)
  const container = analytic ? first(monograph, 'title') : ''
  const isJournal = inside(monograph, 'title')[0]?.attributes['level'] === 'j'
  const type =
    element.attributes['type'] ?? (container ? (isJournal ? 'article-journal' : 'chapter') : 'book')
  const scope = (unit: string) =>
    plainTextIn(inside(element, 'biblScope').find(({ attributes }) => attributes['unit'] === unit))
  const identifier = (kind: RegExp) =>
    plainTextIn(
      inside(element, 'idno').find(({ attributes }) => kind.test(attributes['type'] ?? '')),
    )
  const date = inside(element, 'date')[0]
  const when = date?.attributes['when'] ?? date?.attributes['from'] ?? plainTextIn(date)
  const parts = /^\d{1,4}(?:-\d\d){0,2}$/.test(when) ? [when.split('-').map(Number)] : null
  const authors = people(analytic ?? monograph, 'author')
  const editors = people(monograph, 'editor')
  const fields: Record<string, string> = {
    title: first(analytic ?? monograph, 'title'),
    'container-title': container,
    publisher: first(monograph, 'publisher'),
    'publisher-place': first(monograph, 'pubPlace'),
    volume: scope('volume'),
    issue: scope('issue'),
    page: scope('page'),
    DOI: identifier(/^doi$/i),
    URL: identifier(/^ur[il]$/i),
    ISBN: identifier(/^isbn$/i),
  }
  return {
    id,
    type,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    ...(authors.length > 0 && { author: authors }),
    ...(editors.length > 0 && { editor: editors }),
    ...(parts ? { issued: { 'date-parts': parts } } : when ? { issued: { literal: when } } : {}),
  }
}

function personOf(element: XmlElement): Person {
  const part = (name: string) =>
    plainTextIn([...descendants(element)].find((one) => one.name === name))
  const [family, given, particle] = [part('surname'), part('forename'), part('nameLink')]
  if (!family) return { literal: plainTextIn(element) }
  return { family, ...(given && { given }), ...(particle && { 'non-dropping-particle': particle }) }
}
