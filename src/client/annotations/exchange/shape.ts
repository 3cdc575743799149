import { isOf } from '../../../contract/ids.ts'
import {
  colours,
  foreignEntry,
  foreignPrefix,
  longestContext,
  type Annotation,
  type Entry,
  type Quote,
} from '../model.ts'
import { othersThan, present, type Fields, type More } from './more.ts'

/** Former versions of a note that are remembered. */
const mostHistory = 50

/**
 * An entry as it is kept, from anywhere; null: it is none. Nothing but the known fields is taken over. No value has an
 * upper limit: notes grow when versions are merged, and what the edition has written it reads again.
 */
export function readEntry(value: unknown): Entry | null {
  if (!isRecord(value)) return null
  const { id, text, removed } = value
  if (removed !== undefined) {
    if (!isDate(removed)) return null
    if (isForeignId(id)) return { id, text: '', removed }
    return isId(id) && isSlug(text) ? { id, text, removed } : null
  }
  if (isForeignId(id)) {
    const { modified, foreign } = value
    if (!isDate(modified) || foreign === undefined) return null
    const entry = foreignEntry(foreign, modified)
    return entry.id === id ? entry : null
  }
  return isId(id) && isSlug(text) ? readAnnotation(value, id, text) : null
}

function readAnnotation(
  { version, created, modified, colour, body, parts, pages, history, more }: Fields,
  id: string,
  text: string,
): Annotation | null {
  const known = colours.find((name) => name === colour)
  const quotes = readQuotes(parts)
  if (!known || !quotes || !isDate(created) || !isDate(modified)) return null
  if (typeof version !== 'string' || typeof body !== 'string') return null
  const further = readMore(more)
  return {
    id,
    text,
    version,
    created,
    modified,
    colour: known,
    body,
    parts: quotes,
    pages: readPages(pages),
    history: Array.isArray(history)
      ? history.filter((print) => isString(print, 8)).slice(-mostHistory)
      : [],
    ...(further && { more: further }),
  }
}

function readQuotes(value: unknown): Quote[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const quotes = value.map(readQuote)
  return quotes.every((quote) => quote !== null) ? quotes : null
}

export function readQuote(value: unknown): Quote | null {
  if (!isRecord(value)) return null
  const { id, start, end, exact, prefix, suffix, repeated } = value
  if (typeof id !== 'string' || !isOf(id, 'paragraph', 'note')) return null
  if (!isOffset(start) || !isOffset(end) || end < start) return null
  if (typeof exact !== 'string' || !exact) return null
  const around = [prefix, suffix].map((words) => (typeof words === 'string' ? words : ''))
  return {
    id,
    start,
    end,
    exact,
    prefix: around[0]!.slice(-longestContext),
    suffix: around[1]!.slice(0, longestContext),
    ...(repeated === true && { repeated }),
  }
}

export function readPages(value: unknown): Annotation['pages'] {
  const isPair = Array.isArray(value) && value.length === 2
  if (!isPair || !value.every((label) => typeof label === 'string')) return null
  return [String(value[0]), String(value[1])]
}

/** Of what is in it nothing is looked at: it is exported as it is. */
function readMore(value: unknown): More | undefined {
  if (!isRecord(value)) return undefined
  const { bodies, targets } = value
  const record = (name: string) => {
    const fields = value[name]
    return isRecord(fields) ? othersThan([], fields) : undefined
  }
  return present({
    fields: record('fields'),
    edition: record('edition'),
    note: record('note'),
    bodies: Array.isArray(bodies) ? bodies : undefined,
    targets: Array.isArray(targets) ? targets.filter(isRecord) : undefined,
  })
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isString = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
const isForeignId = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.startsWith(foreignPrefix) &&
  /^[0-9a-f]{16}$/.test(value.slice(foreignPrefix.length))
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,119}$/.test(value)
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
const isOffset = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
