import { readId } from '../../contract/ids.ts'
import { kindNames } from '../../contract/locator.ts'

const thousands = new Intl.NumberFormat('de')
const collator = new Intl.Collator('de')

/** „6.812“. */
export const formatNumber = (value: number): string => thousands.format(value)

/** „1 Absatz“, „7 Absätze“, „keine Absätze“; a number stays in the line of its noun. */
export const formatCount = (count: number, one: string, several: string): string =>
  count === 0 ? `keine ${several}` : `${formatNumber(count)}\u00a0${count === 1 ? one : several}`

/** „rund 6.400 Wörter“: to a hundred, so that what says it stays as it is when a sentence is added. */
export const formatAbout = (count: number, one: string, several: string): string =>
  count < 1000
    ? formatCount(count, one, several)
    : `rund ${formatCount(Math.round(count / 100) * 100, one, several)}`

/** „48 kB“, with 1 kB = 1000 bytes. */
export const formatSize = (text: string): string =>
  `${formatNumber(Math.max(1, Math.round(new TextEncoder().encode(text).length / 1000)))}\u00a0kB`

/** „23. November 2026“ from an ISO date; also for dates without day or month. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!month) return year!
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  if (day) options.day = 'numeric'
  return new Intl.DateTimeFormat('de', options).format(
    new Date(`${date}${day ? '' : '-01'}T00:00Z`),
  )
}

/** „Fassung 1.0 vom 23. November 2026“ */
export const formatVersion = ({
  version,
  date,
}: {
  version: string
  date?: string | undefined
}): string => `Fassung ${version}${date ? ` vom ${formatDate(date)}` : ''}`

/** Minutes at 200 words a minute, slow enough for difficult prose. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 200))

/** German dictionary order: ä as a, ß as ss. */
export const compareGerman = collator.compare

/** „Abs. 14“ from `abs-14`, „Anm. 12“ from `anm-12`. */
export function placeName(id: string): string {
  const place = readId(id)
  return place ? `${kindNames[place.kind]}\u202f${place.label}` : id
}
