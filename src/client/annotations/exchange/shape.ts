import { isOf } from '../../../contract/ids.ts'
import { colours, longestContext, type Annotation, type Entry, type Quote } from '../model.ts'

/**
 * Longest values accepted from a file. Characters. A note as typed has at most 50,000; merged with other versions it has
 * several times as many, and what the edition wrote it reads again.
 */
const most = { body: 2_000_000, exact: 60_000, parts: 400, history: 50, label: 120 }

/** An entry as it is kept, from anywhere; null: it is none. Nothing but the known fields is taken over. */
export function readEntry(value: unknown): Entry | null {
  if (!isRecord(value)) return null
  const { id, text, removed } = value
  if (!isId(id) || !isSlug(text)) return null
  if (removed !== undefined) return isDate(removed) ? { id, text, removed } : null
  return readAnnotation(value, id, text)
}

function readAnnotation(
  { version, created, modified, colour, body, parts, pages, history }: Record<string, unknown>,
  id: string,
  text: string,
): Annotation | null {
  const known = colours.find((name) => name === colour)
  const quotes = readQuotes(parts)
  if (!known || !quotes || !isDate(created) || !isDate(modified)) return null
  if (!isString(version, most.label) || !isString(body, most.body)) return null
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
      ? history.filter((print) => isString(print, 8)).slice(-most.history)
      : [],
  }
}

function readQuotes(value: unknown): Quote[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > most.parts) return null
  const quotes = value.map(readQuote)
  return quotes.every((quote) => quote !== null) ? quotes : null
}

export function readQuote(value: unknown): Quote | null {
  if (!isRecord(value)) return null
  const { id, start, end, exact, prefix, suffix, repeated } = value
  if (!isString(id, most.label) || !isOf(id, 'paragraph', 'note')) return null
  if (!isOffset(start) || !isOffset(end) || end < start) return null
  if (!isString(exact, most.exact) || !exact) return null
  const around = [prefix, suffix].map((words) => (isString(words, most.exact) ? words : ''))
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
  if (!isPair || !value.every((label) => isString(label, most.label))) return null
  return [String(value[0]), String(value[1])]
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isString = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,119}$/.test(value)
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
const isOffset = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
export { most }
