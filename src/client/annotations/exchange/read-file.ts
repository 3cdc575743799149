import { parseAddress } from '../../platform/parse-address.ts'
import { colours, type Annotation, type Entry, type Removed } from '../model.ts'
import { isDate, isId, isRecord, isString, most, readEntry, readPages, readQuote } from './shape.ts'

/** A file of annotations as it was read; `skipped`: entries of it that cannot be used. */
export interface NotesFile {
  entries: Entry[]
  /** The name it gives its writer, or nothing. */
  creator: string
  /** Titles of the texts it speaks of, by slug. */
  titles: Map<string, string>
  skipped: number
}

export type Read<T> = { value: T } | { fault: string }

export const largest = 10_000_000
const mostEntries = 20_000

/** Reads an export of this edition, or another W3C Annotation Collection or Page about its texts. */
export function readNotes(json: string): Read<NotesFile> {
  const steps = readingNotes(json)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, in steps between which it may rest. */
export function* readingNotes(json: string): Generator<void, Read<NotesFile>> {
  const parsed = parseJson(json)
  if ('fault' in parsed) return parsed
  const collection = parsed.value
  const page = isRecord(collection['first']) ? collection['first'] : collection
  const items = page['items']
  if (!/^Annotation(Collection|Page)$/.test(String(collection['type'])) || !Array.isArray(items))
    return { fault: 'Das ist keine Datei mit Notizen (Web Annotation).' }
  if (items.length > mostEntries) return { fault: 'Die Datei enthält zu viele Notizen.' }
  const annotations: Annotation[] = []
  for (const [i, item] of items.entries()) {
    const annotation = readItem(item)
    if (annotation) annotations.push(annotation)
    if (i % 50 === 49) yield
  }
  const known = isRecord(collection['edition']) ? collection['edition'] : {}
  const gone = Array.isArray(known['removed']) ? known['removed'].slice(0, mostEntries) : []
  const removed = gone
    .map(readEntry)
    .filter((entry): entry is Removed => entry !== null && 'removed' in entry)
  if (annotations.length === 0 && items.length > 0)
    return { fault: 'Keine der Notizen in der Datei ließ sich lesen.' }
  return {
    value: {
      entries: [...annotations, ...removed],
      creator: creatorOf(collection) || creatorOf(items[0]),
      titles: titlesOf(items),
      skipped: items.length - annotations.length,
    },
  }
}

export function parseJson(json: string): Read<Record<string, unknown>> {
  if (json.length > largest) return { fault: 'Die Datei ist zu groß.' }
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    return isRecord(value) ? { value } : { fault: 'Die Datei enthält keine Notizen.' }
  } catch {
    return { fault: 'Die Datei ist kein JSON oder nicht vollständig.' }
  }
}

function readItem(item: unknown): Annotation | null {
  if (!isRecord(item)) return null
  const own = isRecord(item['edition']) ? item['edition'] : {}
  const targets = asList(item['target'])
  const bodies = asList(item['body']).filter(isRecord)
  const note =
    bodies.find(({ purpose }) => purpose === 'commenting') ?? bodies.find(({ purpose }) => !purpose)
  const id = String(item['id']).replace('urn:uuid:', '').toLowerCase()
  const modified = asDate(item['modified'] ?? item['created'])
  const entry = readEntry({
    id,
    text: own['text'] ?? slugOf(targets[0]),
    version: own['version'] ?? '',
    created: asDate(item['created']) ?? modified,
    modified,
    colour: colours.find((colour) => colour === (own['colour'] ?? styleOf(targets[0]))) ?? 'gelb',
    body: note ? note['value'] : '',
    parts: targets.map(readTarget),
    pages: readPages(own['pages']),
    history: own['history'],
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
    end: position?.['end'] ?? (isString(exact, most.exact) ? exact.length : 0),
    exact,
    prefix: quote?.['prefix'],
    suffix: quote?.['suffix'],
    repeated: isRecord(target['edition']) && target['edition']['repeated'],
  })
}

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, most.parts) : [value]

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

function creatorOf(value: unknown): string {
  const creator = isRecord(value) ? value['creator'] : null
  const name = isRecord(creator) ? creator['name'] : creator
  return isString(name, most.label) ? name.trim() : ''
}

function titlesOf(items: readonly unknown[]): Map<string, string> {
  const own = items.map((item) => (isRecord(item) ? item['edition'] : null)).filter(isRecord)
  return new Map(
    own.flatMap(({ text, title }) =>
      isString(text, most.label) && isString(title, 300) ? [[text, title]] : [],
    ),
  )
}
