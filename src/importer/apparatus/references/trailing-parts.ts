import type { CslDate } from '../../imported-text.ts'
import { undatedFrom, undatedWords } from './undated.ts'

/** The parts at the end of a reference, parsed from the end. */
export interface TrailingParts {
  /** The reference without them. */
  rest: string
  /** Index of the end of the work's description, before its address and comments of the author. */
  end: number
  page?: string
  locator?: string
  DOI?: string
  URL?: string
  accessed?: CslDate
}

const tails = {
  translator: /,? Übers\. [^,;]{1,40}$/u,
  timecode: /, TC [\d:–-]+$/,
  accessed: / \((\d{1,2}\.\d{1,2}\.\d{4})\)$/,
  address: /, ((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+)$/,
  here: /, hier (?:S\. ?)?(\d[\d–,-]*(?: ?ff?\.?)?)$/,
}
const pages = /, (?:S\. ?)?(\d+(?:[–-]\d+)?)(?: ?ff?\.?)?$/

/** The description of a work ends in its year. */
const dated = new RegExp(String.raw`(?:\d{4}|Fassung\)|\]|[ ,]${undatedWords})$`, 'iu')

export function takeTrailingParts(text: string): TrailingParts {
  const tail: TrailingParts = { rest: text, end: text.length }
  for (;;) {
    const [kind, match] = lastOf(tail.rest)
    if (!kind || !match) break
    tail.rest = tail.rest.slice(0, match.index)
    if (kind === 'here') tail.locator = match[1]!
    else tail.end = match.index
    if (kind === 'accessed') tail.accessed = dateFrom(match[1]!)
    if (kind === 'address') Object.assign(tail, addressFields(match[1]!))
  }
  const page = pages.exec(tail.rest)
  // Without a year before it the number is the year, not a page.
  if (page && dated.test(tail.rest.slice(0, page.index))) {
    tail.page = page[1]!.replace('–', '-')
    tail.rest = tail.rest.slice(0, page.index)
  }
  return tail
}

function lastOf(text: string): [keyof typeof tails, RegExpExecArray] | [null, null] {
  for (const kind of Object.keys(tails) as (keyof typeof tails)[]) {
    const match = tails[kind].exec(text)
    if (match) return [kind, match]
  }
  return [null, null]
}

function addressFields(printed: string): { DOI: string } | { URL: string } {
  const [, doi] = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/(10\..+)$/i.exec(printed) ?? []
  if (doi) return { DOI: doi }
  return { URL: /^https?:/.test(printed) ? printed : `https://${printed}` }
}

/** „27.1.2025“, „2025“ or „o. J.“ */
export function dateFrom(text: string): CslDate {
  const undated = undatedFrom(text.replace(/^,/, ''))
  if (undated) return undated
  const parts = text.split('.').map(Number)
  return { 'date-parts': [parts.reverse()] }
}
