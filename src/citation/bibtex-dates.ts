/** When a work of BibTeX appeared: by `date` or by `year` and `month`. */
import { readDate, seasonOf, type ReadDate } from './dates.ts'
import { plain } from './tex-words.ts'

export function issuedOf(fields: ReadonlyMap<string, string>): ReadDate | undefined {
  const date = fields.get('date')
  if (date) return readDate(dateIn(date))
  const year = plain(fields.get('year') ?? '')
  if (!year) return undefined
  const issued = readDate(year)
  const words = plain(fields.get('month') ?? '')
  const [[from] = []] = [issued['date-parts']]
  if (!words || !from || issued['date-parts']!.length > 1) return issued
  const season = /^[\p{L}]+$/u.test(words) ? seasonOf(words) : null
  const months = monthsIn(words)
  if (months) return { ...issued, 'date-parts': months.map((month) => [...from, ...month]) }
  if (season) return { ...issued, season }
  return { literal: `${words} ${year}` }
}

/** As it stands: in the words of TeX `~` is a space. */
export const dateIn = (value: string): string => value.replace(/[{}]/g, '')

const months: readonly RegExp[] = [
  /^jan|^jän/,
  /^feb/,
  /^mar|^mär|^mrz/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^de[cz]/,
]

/** `mar`, `Oktober`, `5`, `mar 5`, `sep/oct` → month, or month and day, of one date or of two. */
function monthsIn(words: string): number[][] | null {
  const ends = words
    .toLowerCase()
    .split(/\s*(?:[/–—]|-+)\s*/)
    .map((end) => {
      const [, name = '', day] = /^(\p{L}+|\d{1,2})\.?(?:\s+(\d{1,2})\.?)?$/u.exec(end) ?? []
      const month = months.findIndex((known) => known.test(name)) + 1 || Number(name)
      return month >= 1 && month <= 12 ? [month, ...(day ? [Number(day)] : [])] : null
    })
  return ends.length <= 2 && ends.every((end) => end !== null) ? ends : null
}
