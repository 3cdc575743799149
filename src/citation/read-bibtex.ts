/** A bibliography of BibTeX or BibLaTeX → CSL-JSON. */
import type { ReadName, ReadWork, WorksRead } from './read-works.ts'

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
    read.works.push(workOf(kind, key, new Map(fieldsIn(body.slice(comma + 1), strings))))
    read.offsets.push(found.index)
  }
  return read
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
      work[name] = plain(value).replace(name === 'page' ? /\s*-{1,3}\s*/g : /$^/, '-')
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
  const date =
    source.get('date') ??
    [source.get('year'), monthOf(source.get('month') ?? '')].filter(Boolean).join('-')
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(plain(date)) ?? []
  if (year) work.issued = { 'date-parts': [[year, month, day].filter(Boolean).map(Number)] }
  else if (date) work.issued = { literal: plain(date) }
  return work
}

/** `{May}`, `may`, `5` → `5`; anything else is left out. */
function monthOf(words: string): string {
  const month = plain(words).toLowerCase()
  const named = months.findIndex((name) => month.startsWith(name))
  return named < 0 ? (/^\d{1,2}$/.exec(month)?.[0] ?? '') : String(named + 1)
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Names between „and“; what is in braces is one name. */
function peopleIn(text: string): ReadName[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const piece of text.split(/(\s+and\s+|[{}])/)) {
    if (piece === '{') depth += 1
    else if (piece === '}') depth -= 1
    if (depth === 0 && /^\s+and\s+$/.test(piece)) {
      parts.push(current)
      current = ''
    } else current += piece
  }
  return [...parts, current]
    .map((part) => part.trim())
    .filter(Boolean)
    .map(personOf)
}

function personOf(name: string): ReadName {
  if (/^\{[\s\S]*\}$/.test(name)) return { literal: plain(name) }
  const [family = '', ...rest] = plain(name).split(/\s*,\s*/)
  if (rest.length > 0) return { family, given: rest.at(-1)! }
  const words = family.split(' ')
  const particle = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word))
  const from = particle > 0 ? particle : words.length - 1
  return words.length === 1
    ? { family }
    : { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') }
}

const accents: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030C',
  '=': '\u0304',
  '.': '\u0307',
  r: '\u030A',
  H: '\u030B',
}
const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
  l: 'ł',
  L: 'Ł',
  i: 'i',
}

/** Without braces and commands of TeX. */
const plain = (text: string): string =>
  text
    .replace(
      /\\(["'`^~=.])\s*\{?\\?([A-Za-z])\}?|\\([cvrH])\s*\{\\?([A-Za-z])\}/g,
      (_, a, b, c, d) => `${b ?? d}${accents[a ?? c]}`,
    )
    .replace(
      /\\(ss|ae|AE|aa|[oOlLi])(?![A-Za-z])\s?(?:\{\})?/g,
      (_, name: string) => letters[name]!,
    )
    .replace(/\\([&%$#_{}])/g, '\u0000$1')
    .replace(/\\[A-Za-z]+\s?/g, '')
    .replace(/(?<!\u0000)[{}]/g, '')
    .replace(/\u0000/g, '')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim()
