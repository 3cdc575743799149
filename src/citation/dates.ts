/** Dates of works: checked, in German words, and in the notation of BibLaTeX (EDTF). */

/** A date as CSL-JSON has it; where both stand, `literal` is what is printed and `date-parts` what is sorted by. */
interface CslDate {
  'date-parts'?: (number | string)[][] | undefined
  literal?: string | undefined
  raw?: string | undefined
  [field: string]: unknown
}

/** A date that was read from words. */
export interface ReadDate {
  'date-parts'?: DateParts[]
  literal?: string
  raw?: string
  circa?: boolean
  season?: string
}

/** Year, month and day, as far as they are known. A year before Christ is negative. */
export type DateParts = number[]

export const months = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const seasons = ['Frühjahr', 'Sommer', 'Herbst', 'Winter'] as const
const seasonNames: Readonly<Record<string, (typeof seasons)[number]>> = {
  spring: 'Frühjahr',
  summer: 'Sommer',
  autumn: 'Herbst',
  fall: 'Herbst',
}

/** The season of a number (also as in EDTF, 21 to 24) or, as Zotero writes it, in words. */
export function seasonOf(season: unknown): string | null {
  const words = String(season ?? '').trim()
  if (/^(?:2?[1-4])$/.test(words)) return seasons[Number(words.at(-1)) - 1]!
  return seasonNames[words.toLowerCase()] ?? (/\p{L}/u.test(words) ? words : null)
}

/** CSL allows a truth value, a number or a word. */
const isTrue = (circa: unknown): boolean => Boolean(circa) && circa !== 'false' && circa !== '0'

interface Span {
  from: DateParts
  /** Null: a single date; an empty list: the end is open. */
  to: DateParts | null
  circa: boolean
  season: string | null
}

/** Whether the calendar has the date, or both dates of a range in this order; the second may be 0, an open end. */
export function isOfCalendar(parts: readonly (readonly (number | string)[])[]): boolean {
  const [from = [], to, ...more] = parts.map((part) => part.map(Number))
  if (more.length > 0 || !isDate(from)) return false
  return to === undefined || isOpen(to) || (isDate(to) && compare(from, to) <= 0)
}

function isDate([year, month, day, ...more]: readonly number[]): boolean {
  if (!Number.isInteger(year) || year === 0 || Math.abs(year!) > 9999 || more.length > 0)
    return false
  if (month === undefined) return true
  const days = month === 2 && !isLeap(year!) ? 28 : months[month - 1]
  if (days === undefined) return false
  return day === undefined || (Number.isInteger(day) && day >= 1 && day <= days)
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const isOpen = ([year]: readonly number[]) => year === 0

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, i) => other[i] !== undefined && part !== other[i])
  return at < 0 ? 0 : one[at]! - other[at]!
}

/** `2011-03-01`, `-0043`, `2011~`, `2011-21`, also with a time: one end of a date as other programs write it. */
const iso = /^(-?\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?([~?%]?)$/
const oneEnd = String.raw`-?\d{4}(?:-\d+)*(?:T[\d:.,+Z-]*)?[~?%]?`
/** What is meant as one date or as two, with a slash between them: `2011/2013`, `2011/..`. */
const meantAsDates = new RegExp(String.raw`^(?:${oneEnd}|\.\.)?(?:\/(?:${oneEnd}|\.\.)?)?$`)

/** `2011-2013`, `2011--2013`, `2011–2013` → `2011/2013`. */
const withSlash = (raw: string): string =>
  raw.trim().replace(/^(\d{4})\s*(?:-{1,3}|[–—])\s*(\d{4})$/, '$1/$2')

function fromRaw(raw: string): Span | null {
  const [first = '', second, ...more] = withSlash(raw).split('/')
  const from = endOf(first)
  const to = second === undefined ? null : /^(?:\.\.)?$/.test(second) ? 'open' : endOf(second)
  if (!from || more.length > 0 || (second !== undefined && to === null)) return null
  const end = to === 'open' ? [] : (to?.parts ?? null)
  if (!isOfCalendar(end && end.length > 0 ? [from.parts, end] : [from.parts])) return null
  const circa = from.circa || (to !== null && to !== 'open' && to.circa)
  return { from: from.parts, to: end, circa, season: from.season }
}

function endOf(raw: string): { parts: DateParts; circa: boolean; season: string | null } | null {
  const [found, ...numbers] = iso.exec(raw) ?? []
  if (found === undefined) return null
  const [year = 0, ...rest] = numbers
    .slice(0, 3)
    .flatMap((part) => part ?? [])
    .map(Number)
  const season = rest.length === 1 && rest[0]! > 20 ? seasonOf(rest[0]) : null
  const counted = year <= 0 ? year - 1 : year
  return { parts: [counted, ...(season ? [] : rest)], circa: numbers[3] !== '', season }
}

/** Whether a date in one string is one of the calendar, if it looks like one. */
export const isPossible = (raw: string): boolean =>
  raw.trim() === '' || !meantAsDates.test(withSlash(raw)) || fromRaw(raw) !== null

/** A date in one string as CSL has it: `2011-03-01/2011-03-02`, „ca. 1850“, „44 v. Chr.“; else its words as they are. */
export function readDate(words: string): ReadDate {
  const raw = words.trim()
  const span = fromRaw(raw)
  if (span) {
    const { from, to, circa, season } = span
    const end = to === null ? [] : [to.length > 0 ? to : [0]]
    return { 'date-parts': [from, ...end], ...(circa && { circa }), ...(season && { season }) }
  }
  if (!isPossible(raw)) return { raw }
  const [, circa, year, era] = /^(ca\.\s*)?(\d{1,4})(\s*v\.\s*Chr\.)?$/.exec(raw) ?? []
  if (!Number(year)) return { literal: raw }
  return { 'date-parts': [[era ? -Number(year) : Number(year)]], ...(circa && { circa: true }) }
}

function spanOf(date: CslDate): Span | null {
  const [from, to] = (date['date-parts'] ?? []).map((part) => part.map(Number))
  if (!from || !from.every(Number.isFinite)) return date.raw ? fromRaw(date.raw) : null
  const season = seasonOf(date['season'])
  return { from, to: !to ? null : isOpen(to) ? [] : to, circa: isTrue(date['circa']), season }
}

/** Year, month and day of the beginning; an empty list where the date is not known. */
export const dateParts = (date: CslDate | undefined): DateParts =>
  (date && spanOf(date)?.from) ?? []

/** „1.–2.3.2011“, „44 v. Chr.“, „ca. 1850“; the editor's own words where they are no date. */
export const writeDate = (date: CslDate | undefined): string => write(date, inNumbers)

/** „1.–2. März 2011“, „30. Dezember 2011 – 2. Januar 2012“, „ca. 1850“; else the editor's own words. */
export const writeDateInWords = (date: CslDate | undefined): string => write(date, inWords)

/** „2011, 1.–2. März“, „2011, Sommer“, „2011, 30. Dezember – 2012, 2. Januar“; else the editor's own words. */
export function writeYearFirst(date: CslDate | undefined): string {
  const span = date && spanOf(date)
  if (!span || date.literal) return writeDate(date)
  const { from, to, circa, season } = span
  const isOfYears = from.length === 1 && (!season || to !== null)
  if (isOfYears || (to && to.length !== from.length)) return writeYears(date)
  const rest = (parts: DateParts) => season ?? inWords.day(parts)
  const begin = `${yearName(from[0]!)}, ${rest(from)}`
  const words =
    to === null || compare(from, to) === 0
      ? begin
      : from[0] === to[0]
        ? `${yearName(from[0]!)}, ${withinYear(from, to, inWords)}`
        : inWords.join(begin, `${yearName(to[0]!)}, ${rest(to)}`)
  return circa ? `ca. ${words}` : words
}

function write(date: CslDate | undefined, notation: Notation): string {
  if (!date) return ''
  const span = spanOf(date)
  if (!span || date.literal) return (date.literal ?? date.raw ?? '').trim()
  const { from, to, circa, season } = span
  const words = to === null ? one(from, notation, season) : range(from, to, notation, season)
  return circa ? `ca. ${words}` : words
}

interface Notation {
  /** Month and day, or the month alone, of a date. */
  day: (date: DateParts) => string
  /** Between them and the year. */
  beforeYear: string
  /** The two ends of a range. */
  join: (from: string, to: string) => string
}

const inNumbers: Notation = {
  day: ([, month, day]) => (day === undefined ? `${month}.` : `${day}.${month}.`),
  beforeYear: '',
  join: (from, to) => `${from}–${to}`,
}

const monthNames = Array.from({ length: 12 }, (_, i) =>
  new Date(Date.UTC(2026, i)).toLocaleString('de', { month: 'long', timeZone: 'UTC' }),
)
const inWords: Notation = {
  day: ([, month, day]) => {
    const name = monthNames[month! - 1]!
    return day === undefined ? name : `${day}. ${name}`
  },
  beforeYear: ' ',
  join: (from, to) => (/ /.test(from) ? `${from} – ${to}` : `${from}–${to}`),
}

/** The years alone: „2001–2003“, „ca. 1850“; the editor's own words where they are no date. */
export function writeYears(date: CslDate | undefined): string {
  const span = date && spanOf(date)
  if (!span || date.literal) return writeDate(date)
  const { from, to, circa } = span
  const end = to && to.slice(0, 1)
  const begin = from.slice(0, 1)
  const words = end === null ? one(begin, inNumbers) : range(begin, end, inNumbers)
  return circa ? `ca. ${words}` : words
}

/** The first year alone, as it is printed. */
export function writeYear(date: CslDate | undefined): string {
  const [year] = dateParts(date)
  return year === undefined ? writeDate(date) : yearName(year)
}

const yearName = (year: number) => (year < 0 ? `${-year} v. Chr.` : String(year))

function one(date: DateParts, notation: Notation, season: string | null = null): string {
  const year = yearName(date[0]!)
  if (date.length === 1) return [season, year].filter(Boolean).join(' ')
  return `${notation.day(date)}${notation.beforeYear}${year}`
}

/** What both ends share is written once, at the end. */
function range(
  from: DateParts,
  to: DateParts,
  notation: Notation,
  season: string | null = null,
): string {
  const { beforeYear, join } = notation
  if (season && from.length === 1) return `${season} ${range(from, to, notation)}`
  if (to.length === 0) return `${one(from, notation)}–`
  const [year] = from
  if (compare(from, to) === 0 && from.length === to.length) return one(from, notation)
  if (year! < 0 && to[0]! > 0) return join(one(from, notation), `${one(to, notation)} n. Chr.`)
  if (year !== to[0] || from.length !== to.length) {
    const begin = from.length === 1 && year! < 0 ? String(-year!) : one(from, notation)
    return join(begin, one(to, notation))
  }
  return `${withinYear(from, to, notation)}${beforeYear}${yearName(year!)}`
}

/** Two days or months of one year, without the year. */
function withinYear(from: DateParts, to: DateParts, { day, join }: Notation): string {
  const isOfMonth = from[2] !== undefined && from[1] === to[1]
  return isOfMonth ? `${from[2]}.–${day(to)}` : join(day(from), day(to))
}

/** `2011-03-01/2011-03-02`, `-0043`, `1850~`; empty where the date is not known. */
export function edtf(date: CslDate | undefined): string {
  const span = date && spanOf(date)
  if (!span || date.literal) return ''
  const mark = span.circa ? '~' : ''
  const season = seasons.indexOf(span.season as (typeof seasons)[number]) + 21
  const from = span.from.length === 1 && season > 20 ? [...span.from, season] : span.from
  const begin = `${edtfOf(from)}${mark}`
  if (span.to === null) return begin
  return `${begin}/${span.to.length > 0 ? `${edtfOf(span.to)}${mark}` : '..'}`
}

/** EDTF counts the year before the first as 0. */
function edtfOf([year = 0, ...rest]: DateParts): string {
  const counted = year < 0 ? year + 1 : year
  const sign = counted < 0 ? '-' : ''
  const two = rest.map((part) => String(part).padStart(2, '0'))
  return [`${sign}${String(Math.abs(counted)).padStart(4, '0')}`, ...two].join('-')
}

/** Whether the date is more, or other, than one day, month or year after Christ. */
export function isPlain(date: CslDate | undefined): boolean {
  const span = date && spanOf(date)
  return Boolean(
    span && !date?.literal && span.to === null && !span.circa && !span.season && span.from[0]! > 0,
  )
}
