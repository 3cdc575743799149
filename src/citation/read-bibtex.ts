/** A bibliography of BibTeX or BibLaTeX → CSL-JSON. */
import { dateIn, issuedOf } from './bibtex-dates.ts'
import { peopleIn } from './bibtex-names.ts'
import { readDate } from './dates.ts'
import type { ReadWork, WorksRead } from './read-works.ts'
import { plain } from './tex-words.ts'

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  proceedings: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  inreference: 'entry-encyclopedia',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  www: 'webpage',
  electronic: 'webpage',
  unpublished: 'manuscript',
  newspaper: 'article-newspaper',
  movie: 'motion_picture',
  video: 'motion_picture',
  mvcollection: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  suppperiodical: 'article-journal',
  booklet: 'pamphlet',
  manual: 'report',
  periodical: 'periodical',
  patent: 'patent',
  software: 'software',
  dataset: 'dataset',
}

const fields: Readonly<Record<string, string>> = {
  title: 'title',
  shorttitle: 'title-short',
  booktitle: 'container-title',
  journal: 'container-title',
  journaltitle: 'container-title',
  maintitle: 'container-title',
  publisher: 'publisher',
  institution: 'publisher',
  school: 'publisher',
  organization: 'publisher',
  address: 'publisher-place',
  location: 'publisher-place',
  edition: 'edition',
  volume: 'volume',
  number: 'issue',
  issue: 'issue',
  pages: 'page',
  series: 'collection-title',
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
  url: 'URL',
  type: 'genre',
  note: 'note',
}

export function readBibtex(source: string): WorksRead {
  const read: WorksRead = { works: [], offsets: [], broken: [] }
  const strings = new Map<string, string>()
  const entries: Entry[] = []
  const entry = /@(\w+)\s*[{(]/g
  for (let found; (found = entry.exec(source));) {
    const kind = found[1]!.toLowerCase()
    if (kind === 'comment' || kind === 'preamble') continue
    const body = bodyAt(source, entry.lastIndex - 1)
    entry.lastIndex += body.length
    if (entry.lastIndex >= source.length)
      read.broken.push({ offset: found.index, what: 'is not closed by a bracket' })
    if (kind === 'string') {
      for (const [name, value] of fieldsIn(body, strings)) strings.set(name, value)
      continue
    }
    const comma = body.indexOf(',')
    if (comma < 0) {
      read.broken.push({ offset: found.index, what: 'has no key, or nothing behind it' })
      continue
    }
    const key = body.slice(0, comma).trim()
    entries.push({ kind, key, fields: new Map(fieldsIn(body.slice(comma + 1), strings)) })
    read.offsets.push(found.index)
  }
  if (entries.length === 0 && read.broken.length === 0 && /\S/.test(withoutComments(source)))
    read.broken.push({ offset: source.search(/\S/), what: 'has no “@” and type before it' })
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  for (const { kind, key, fields } of entries) {
    const parent = byKey.get(fields.get('crossref')?.trim() ?? '')
    read.works.push(workOf(kind, key, parent ? inherited(kind, fields, parent) : fields))
  }
  return read
}

interface Entry {
  kind: string
  key: string
  fields: ReadonlyMap<string, string>
}

const withoutComments = (source: string): string =>
  source.replace(/^\ufeff|^\s*%.*$|@(?:comment|preamble|string)\b[\s\S]*?\}/gim, '')

/** What an entry has of that which `crossref` names: all but the title, which becomes that of its book. */
function inherited(
  kind: string,
  fields: ReadonlyMap<string, string>,
  parent: Entry,
): ReadonlyMap<string, string> {
  const isPart = /^in|^conference$|book$/.test(kind)
  const {
    title,
    subtitle: _,
    shorttitle: __,
    crossref: ___,
    ...rest
  } = Object.fromEntries(parent.fields)
  return new Map([
    ...Object.entries({ ...rest, ...(isPart && title && { booktitle: title }) }),
    ...fields,
  ])
}

/** What is between a bracket and the one that closes it. */
function bodyAt(source: string, open: number): string {
  let depth = 0
  for (let at = open; at < source.length; at += 1) {
    const sign = source[at]
    if (sign === '\\') at += 1
    else if (sign === '{' || (sign === '(' && at === open)) depth += 1
    else if (sign === '}' || (sign === ')' && source[open] === '(' && depth === 1)) {
      depth -= 1
      if (depth === 0) return source.slice(open + 1, at)
    }
  }
  return source.slice(open + 1)
}

function fieldsIn(body: string, strings: ReadonlyMap<string, string>): [string, string][] {
  const found: [string, string][] = []
  const name = /([\w-]+)\s*=\s*/g
  for (let field; (field = name.exec(body));) {
    let at = name.lastIndex
    let value = ''
    for (;;) {
      while (/[\s#]/.test(body[at] ?? '')) at += 1
      if (body[at] === '{') {
        const inner = bodyAt(body, at)
        value += inner
        at += inner.length + 2
      } else if (body[at] === '"') {
        const end = quoteEnd(body, at)
        value += body.slice(at + 1, end)
        at = end + 1
      } else {
        const [word = ''] = /^[^\s,#]+/.exec(body.slice(at)) ?? []
        value += strings.get(word.toLowerCase()) ?? word
        at += word.length
      }
      if (!/^\s*#/.test(body.slice(at, at + 20))) break
    }
    name.lastIndex = Math.max(at, name.lastIndex)
    found.push([field[1]!.toLowerCase(), value])
  }
  return found
}

function quoteEnd(body: string, open: number): number {
  let depth = 0
  for (let at = open + 1; at < body.length; at += 1) {
    if (body[at] === '\\') at += 1
    else if (body[at] === '{') depth += 1
    else if (body[at] === '}') depth -= 1
    else if (body[at] === '"' && depth === 0) return at
  }
  return body.length
}

function workOf(kind: string, key: string, source: ReadonlyMap<string, string>): ReadWork {
  const work: ReadWork = { id: key, type: types[kind] ?? 'document' }
  for (const [field, name] of Object.entries(fields)) {
    const value = source.get(field)
    if (value && !(name in work))
      work[name] = plain(name === 'page' ? value.replace(/\s*-{1,3}\s*/g, '-') : value)
  }
  const subtitle = source.get('subtitle')
  if (subtitle && work.title) work.title = `${work.title}: ${plain(subtitle)}`
  for (const [field, name] of [
    ['author', 'author'],
    ['editor', 'editor'],
    ['translator', 'translator'],
  ] as const) {
    const people = source.get(field)
    if (people) work[name] = peopleIn(people)
  }
  const issued = issuedOf(source)
  if (issued) work.issued = issued
  const accessed = source.get('urldate')
  if (accessed) work['accessed'] = readDate(dateIn(accessed))
  // Only of articles it is the issue; of books it is the place in their series.
  if (work['collection-title'] && work['issue'] && work.type !== 'article-journal') {
    work['collection-number'] = work['issue']
    delete work['issue']
  }
  return work
}
