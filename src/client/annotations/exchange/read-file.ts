import { parseAddress } from '../../platform/parse-address.ts'
import {
  colours,
  foreignEntry,
  isRemoved,
  type Annotation,
  type Foreign,
  type Removed,
} from '../model.ts'
import type { Fields } from './more.ts'
import { moreIn } from './more-in-file.ts'
import { isDate, isId, isRecord, isString, readEntry, readPages, readQuote } from './shape.ts'

/** A file of annotations as it was read. */
export interface NotesFile {
  entries: (Annotation | Removed)[]
  /** Entries that cannot be shown at a passage. */
  foreign: Foreign[]
  /** The name it gives its writer, or nothing. */
  creator: string
  /** Titles of the texts it speaks of, by slug. */
  titles: Map<string, string>
  /** Whether the file names further pages of its collection that it does not contain. */
  isPart: boolean
}

export type Read<T> = { value: T } | { fault: string }

/**
 * Reads an export of this edition, or another W3C Annotation Collection or Page about its texts. There is no limit to
 * its size: an export holds all that the device keeps, and what the edition wrote it reads again.
 * @param isHere whether this edition has the text of a slug
 */
export function readNotes(json: string, isHere: (slug: string) => boolean = all): Read<NotesFile> {
  const steps = readingNotes(json, isHere)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, in steps between which it may rest. */
export function* readingNotes(
  json: string,
  isHere: (slug: string) => boolean = all,
): Generator<void, Read<NotesFile>> {
  const parsed = parseJson(json)
  if ('fault' in parsed) return parsed
  const collection = parsed.value
  const { items, isPart } = pagesOf(collection)
  if (!/^Annotation(Collection|Page)$/.test(String(collection['type'])) || !items)
    return { fault: 'Das ist keine Datei mit Notizen (Web Annotation).' }
  const annotations: Annotation[] = []
  const foreign: Foreign[] = []
  for (const [i, item] of items.entries()) {
    const annotation = readItem(item, collection['creator'], isHere)
    if (annotation) annotations.push(annotation)
    else foreign.push(foreignEntry(item, (isRecord(item) && modifiedOf(item)) || unknownDate))
    if (i % 50 === 49) yield
  }
  const known = isRecord(collection['edition']) ? collection['edition'] : {}
  const gone = Array.isArray(known['removed']) ? known['removed'] : []
  const removed = gone
    .map(readEntry)
    .filter((entry): entry is Removed => entry !== null && isRemoved(entry))
  return {
    value: {
      entries: [...annotations, ...removed],
      foreign,
      creator: creatorOf(collection) || creatorOf(items[0]),
      titles: titlesOf(items),
      isPart,
    },
  }
}

export function parseJson(json: string): Read<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    return isRecord(value) ? { value } : { fault: 'Die Datei enthält keine Notizen.' }
  } catch {
    return { fault: 'Die Datei ist kein JSON oder unvollständig.' }
  }
}

/** The items of a page, or of all pages of a collection that are in the file. */
function pagesOf(collection: Fields): { items: unknown[] | null; isPart: boolean } {
  if (Array.isArray(collection['items'])) return { items: collection['items'], isPart: false }
  let page = collection['first']
  const items: unknown[] = []
  let isAny = false
  while (isRecord(page)) {
    if (!Array.isArray(page['items'])) break
    isAny = true
    for (const item of page['items']) items.push(item)
    page = page['next']
  }
  return { items: isAny ? items : null, isPart: page !== undefined && page !== null }
}

function readItem(
  item: unknown,
  creator: unknown,
  isHere: (slug: string) => boolean,
): Annotation | null {
  if (!isRecord(item)) return null
  const own = isRecord(item['edition']) ? item['edition'] : {}
  const targets = asList(item['target'])
  const bodies = asList(item['body'])
  const textual = bodies.filter(isRecord)
  const note =
    textual.find(({ purpose }) => purpose === 'commenting') ??
    textual.find(({ purpose }) => !purpose) ??
    textual.find(({ purpose, value }) => purpose !== 'tagging' && typeof value === 'string')
  const id = String(item['id']).replace('urn:uuid:', '').toLowerCase()
  const modified = modifiedOf(item)
  const text = own['text'] ?? slugOf(targets[0])
  const isTextHere = typeof text === 'string' && isHere(text)
  const entry = readEntry({
    id,
    text,
    version: own['version'] ?? '',
    created: asDate(item['created']) ?? modified,
    modified,
    colour: colours.find((colour) => colour === (own['colour'] ?? styleOf(targets[0]))) ?? 'gelb',
    body: note ? note['value'] : (item['bodyValue'] ?? ''),
    parts: targets.map(readTarget),
    pages: readPages(own['pages']),
    history: own['history'],
    more: moreIn({ item, note, bodies, targets, creator, isTextHere }),
  })
  return isId(id) && entry && 'body' in entry ? entry : null
}

function readTarget(target: unknown): unknown {
  if (!isRecord(target)) return null
  const selectors = asList(target['selector']).filter(isRecord)
  const of = (type: string) => selectors.find((selector) => selector['type'] === type)
  const quote = of('TextQuoteSelector')
  const fragment = of('FragmentSelector')
  const within = fragment?.['refinedBy']
  const position = isRecord(within) ? within : of('TextPositionSelector')
  const exact = quote?.['exact']
  return readQuote({
    id: fragment?.['value'] ?? hashOf(target['source']),
    start: position?.['start'] ?? 0,
    end: position?.['end'] ?? (typeof exact === 'string' ? exact.length : 0),
    exact,
    prefix: quote?.['prefix'],
    suffix: quote?.['suffix'],
    repeated: isRecord(target['edition']) && target['edition']['repeated'],
  })
}

const all = () => true

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const modifiedOf = (item: Fields) => asDate(item['modified'] ?? item['created'])
const unknownDate = new Date(0).toISOString()

/** Not later than now: a date in the future would win every merge. */
function asDate(value: unknown): string | null {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null
  const date = new Date(Math.min(Date.parse(value), Date.now())).toISOString()
  return isDate(date) ? date : null
}

const addressOf = (source: unknown) =>
  parseAddress(isRecord(source) ? String(source['id']) : String(source))
const slugOf = (target: unknown) =>
  isRecord(target) ? addressOf(target['source'])?.pathname.match(/\/texte\/([^/]+)\/?$/)?.[1] : null
const hashOf = (source: unknown) => addressOf(source)?.hash.slice(1)
const styleOf = (target: unknown) => (isRecord(target) ? target['styleClass'] : null)

const longestName = 120

function creatorOf(value: unknown): string {
  const creator = isRecord(value) ? value['creator'] : null
  const name = isRecord(creator) ? creator['name'] : creator
  return isString(name, longestName) ? name.trim() : ''
}

function titlesOf(items: readonly unknown[]): Map<string, string> {
  const own = items.map((item) => (isRecord(item) ? item['edition'] : null)).filter(isRecord)
  return new Map(
    own.flatMap(({ text, title }) =>
      typeof text === 'string' && typeof title === 'string' ? [[text, title]] : [],
    ),
  )
}
