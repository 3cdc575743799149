/** Citations of LibreOffice itself: the data of the work are attributes of the mark. */
import type { Person, Work } from '../../imported-text.ts'
import { workOf, type Citation } from './citation.ts'

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  journal: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  conference: 'paper-conference',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  proceedings: 'book',
  techreport: 'report',
  unpublished: 'manuscript',
  www: 'webpage',
  email: 'personal_communication',
}

/** `attributes` of a `text:bibliography-mark`. */
export function libreOfficeCitation(attributes: Readonly<Record<string, string>>): Citation {
  const of = (name: string) => (attributes[`text:${name}`] ?? '').trim()
  const year = of('year')
  const fields: Omit<Work, 'id' | 'type'> & { type: string } = {
    type: types[of('bibliography-type')] ?? 'document',
    title: of('title') || of('chapter'),
    author: people(of('author')),
    editor: people(of('editor')),
    'container-title': of('journal') || of('booktitle'),
    'collection-title': of('series'),
    publisher: of('publisher') || of('school') || of('institution') || of('organizations'),
    'publisher-place': of('address'),
    edition: of('edition'),
    volume: of('volume'),
    issue: of('number'),
    page: of('pages'),
    ISBN: of('isbn'),
    URL: of('url'),
  }
  const issued = /^\d{4}$/.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year }
  const work = workOf({ ...fields, ...(year ? { issued } : {}) })
  const isKnown = Boolean(work.title) || (work.author?.length ?? 0) > 0
  const identifier = of('identifier')
  const item = { locator: '', prefix: '', suffix: '' }
  const address = identifier ? `libreoffice:${identifier}` : null
  return { program: 'LibreOffice', items: [{ ...item, address, work: isKnown ? work : null }] }
}

/** „Berg, Anna; Tal, Karl“ */
function people(names: string): Person[] {
  return names
    .split(/;|\s+and\s+/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name): Person => {
      const [family = '', given] = name.split(/,\s*/)
      if (given) return { family, given }
      const words = name.split(/\s+/)
      return words.length > 1
        ? { family: words.at(-1)!, given: words.slice(0, -1).join(' ') }
        : { family: name }
    })
}
