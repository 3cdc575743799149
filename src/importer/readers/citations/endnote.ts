/** Citations of EndNote: `ADDIN EN.CITE` and XML, in the code of a field or as base64 beside it. */
import type { Person, Work } from '../../imported-text.ts'
import {
  childOf,
  descendants,
  elementsIn,
  parseXml,
  plainTextIn,
  XmlError,
  type XmlElement,
} from '../xml.ts'
import { workOf, type CitedItem, type Read } from './citation.ts'

/** `data`: contents of `w:fldData`. */
export function readEndNoteCode(code: string, data: string): Read {
  if (/^\s*ADDIN\s+EN\.REFLIST/i.test(code)) return { kind: 'bibliography', program: 'EndNote' }
  if (!/^\s*ADDIN\s+EN\.CITE/i.test(code)) return null
  const written = code.includes('<EndNote') ? code : Buffer.from(data, 'base64').toString('utf8')
  const start = written.indexOf('<EndNote')
  const end = written.lastIndexOf('</EndNote>')
  const root =
    start >= 0 && end > start ? parsed(written.slice(start, end + '</EndNote>'.length)) : null
  const items = root ? [...descendants(root)].filter(({ name }) => name === 'Cite').map(itemOf) : []
  if (items.length === 0) return { kind: 'unreadable', program: 'EndNote' }
  return { kind: 'citation', citation: { program: 'EndNote', items } }
}

function parsed(source: string): XmlElement | null {
  try {
    return parseXml(source)
  } catch (error) {
    if (error instanceof XmlError) return null
    throw error
  }
}

function itemOf(cite: XmlElement): CitedItem {
  const record = childOf(cite, 'record')
  const base = at(record, 'foreign-keys', 'key')?.attributes['db-id'] ?? ''
  const number = plainTextIn(childOf(cite, 'RecNum'))
  return {
    work: record ? endNoteWork(record) : workNamed(cite),
    address: number ? `endnote:${base}:${number}` : null,
    locator: plainTextIn(childOf(cite, 'Pages')),
    prefix: plainTextIn(childOf(cite, 'Prefix')),
    suffix: plainTextIn(childOf(cite, 'Suffix')),
  }
}

/** Files that carry no records name author and year of a work. */
function workNamed(cite: XmlElement): Work | null {
  const [author, year] = [plainTextIn(childOf(cite, 'Author')), plainTextIn(childOf(cite, 'Year'))]
  if (!author) return null
  return workOf({ author: [personOf(author)], issued: dateOf(year) })
}

const types: Readonly<Record<string, string>> = {
  'Journal Article': 'article-journal',
  'Electronic Article': 'article-journal',
  'Magazine Article': 'article-magazine',
  'Newspaper Article': 'article-newspaper',
  Book: 'book',
  'Edited Book': 'book',
  'Book Section': 'chapter',
  'Conference Paper': 'paper-conference',
  'Conference Proceedings': 'paper-conference',
  'Web Page': 'webpage',
  Blog: 'post-weblog',
  Thesis: 'thesis',
  Report: 'report',
  'Government Document': 'report',
  Manuscript: 'manuscript',
  Encyclopedia: 'entry-encyclopedia',
  'Film or Broadcast': 'motion_picture',
  'Legal Rule or Regulation': 'legislation',
  Case: 'legal_case',
  Map: 'map',
  Patent: 'patent',
}

function endNoteWork(record: XmlElement): Work {
  const type = types[childOf(record, 'ref-type')?.attributes['name'] ?? ''] ?? 'document'
  const words = (...path: string[]) => plainTextIn(at(record, ...path))
  const second = people(at(record, 'contributors', 'secondary-authors'))
  const container = words('titles', 'secondary-title') || words('periodical', 'full-title')
  return workOf({
    type,
    title: words('titles', 'title'),
    'title-short': words('titles', 'short-title'),
    author: people(at(record, 'contributors', 'authors')),
    editor: second,
    translator: people(at(record, 'contributors', 'subsidiary-authors')),
    [type === 'book' || type === 'thesis' ? 'collection-title' : 'container-title']: container,
    publisher: words('publisher'),
    'publisher-place': words('pub-location'),
    edition: words('edition'),
    volume: words('volume'),
    [type.startsWith('article') ? 'issue' : 'number']: words('number'),
    [type === 'book' || type === 'thesis' ? 'number-of-pages' : 'page']: words('pages'),
    issued: dateOf(words('dates', 'year')),
    ISBN: words('isbn'),
    DOI: words('electronic-resource-num'),
    URL: words('urls', 'related-urls', 'url'),
    language: words('language'),
  })
}

function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((inner, name) => inner && childOf(inner, name), element)
}

const people = (element: XmlElement | undefined): Person[] =>
  element ? elementsIn(element).map(plainTextIn).filter(Boolean).map(personOf) : []

/** „Berg, Anna“; a name that ends with a comma is that of an institution. */
function personOf(name: string): Person {
  const [family = '', ...given] = name.split(/,\s*/)
  const rest = given.join(' ').trim()
  return rest
    ? { family, given: rest }
    : name.endsWith(',') || /\s/.test(name)
      ? { literal: family }
      : { family }
}

function dateOf(year: string) {
  if (year === '') return undefined
  return /^\d{4}$/.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year }
}
