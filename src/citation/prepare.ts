/** Changes values of a work before citeproc runs, where the style needs what CSL cannot express. */
import { isAndOthers, NO_TITLE, withParticles } from './csl.ts'
import type { CslDate, Name, Work } from './csl.ts'
import { dateParts, writeDate, writeYear } from './dates.ts'
import { bareDoi, doiAddress } from './doi.ts'
import { writtenLike } from './types.ts'
import type { Piece } from '../contract/reference.ts'
import { isWebAddress } from '../contract/link-address.ts'
import { ADDRESS, OTHERS, shield } from './pieces.ts'

/** Index of the colon before the subtitle, or -1; colons in brackets or quotes belong to the title. */
function subtitleColon(title: string): number {
  let depth = 0
  for (const { 0: sign, index } of title.matchAll(/[([«‹]|[)\]»›]|: /g)) {
    if (sign !== ': ') depth += '([«‹'.includes(sign) ? 1 : -1
    else if (depth === 0 && index > 0) return index
  }
  return -1
}

/** Replaces the colon between title and subtitle (Zotero) by a full stop (the edition's notes). */
export function stopForColon(title: string): string {
  const at = subtitleColon(title)
  if (at < 0) return title
  const main = title.slice(0, at)
  return `${main}${/[.?!…]$/.test(main) ? '' : '.'} ${title.slice(at + 2)}`
}

/** The short title given by the editor, else the title without subtitle. */
export function shortTitle(work: Work): string {
  const title = work.title ?? NO_TITLE
  const at = subtitleColon(title)
  return work['title-short'] ?? (at < 0 ? title : title.slice(0, at))
}

/** The displayed address with its URL; a DOI is preferred to a URL. */
export function address(work: Work): Piece | null {
  if (work.DOI) {
    return { text: `doi.org/${bareDoi(work.DOI)}`, href: doiAddress(work.DOI) }
  }
  if (!work.URL) return null
  const text = work.URL.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return isWebAddress(work.URL) ? { text, href: work.URL } : { text }
}

const nameKey = (name: Name): string =>
  [name.literal, name['non-dropping-particle'], name.family, name.given].join(' ')

const sameNames = (one: Name[] | undefined, other: Name[] | undefined): boolean =>
  one !== undefined && one.map(nameKey).join('|') === other?.map(nameKey).join('|')

/** «dies.» for several repeated people; for one person «ders.» or «dies.» only if the work specifies it. */
function idem(work: Work, again: Name[] | undefined): Name[] | undefined {
  if (!again || !sameNames(work.author, again)) return again
  const word = again.length > 1 ? 'dies.' : work.custom?.idem
  return word ? [{ literal: word }] : again
}

const surname = (name: Name): string => name.literal ?? name.family ?? ''

/** Names and short title; two works with the same key have the same short reference. */
function shortKey(work: Work): string {
  const names = work.author ?? work.editor ?? []
  const shown = names.length > 3 ? names.slice(0, 1) : names.filter((name) => !isAndOthers(name))
  return [...shown.map(surname), shortTitle(work)].join('|')
}

/** The year for works whose short reference is not unique; works of one year need different `title-short`. */
export function distinctions(works: readonly Work[]): Map<string, string> {
  const groups = Map.groupBy(works, shortKey)
  const shared = [...groups.values()].filter((group) => group.length > 1).flat()
  return new Map(shared.map((work) => [work.id, writeYear(work.issued) || 'o. D.']))
}

const shieldName = (name: Name): Name =>
  isAndOthers(name)
    ? { literal: OTHERS }
    : Object.fromEntries(
        Object.entries(withParticles(name)).map(([key, value]) => [key, shieldIfText(value)]),
      )

const shieldIfText = <T>(value: T): T | string =>
  typeof value === 'string' ? shield(value) : value

const shieldValue = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(shieldName) : shieldIfText(value)

/** A date in the words in which it is printed: citeproc writes ranges and years before Christ in other ways. */
function asWords(date: CslDate | undefined, on = false): { literal: string } | undefined {
  const words = writeDate(date)
  const isDay = on && dateParts(date).length === 3
  return words === '' ? undefined : { literal: shield(isDay ? `am ${words}` : words) }
}

/** The style writes of such a video „hochgeladen von Ida am 17.3.2025 auf …“. */
const isUploaded = (work: Work): boolean =>
  work.type === 'motion_picture' &&
  Boolean(work.publisher && work['container-title'] && address(work))

/** Words for the date, with that of the first print in brackets: „1987 [1902]“. */
function issuedAs(work: Work): { literal: string } | undefined {
  const words = asWords(work.issued, isUploaded(work))
  if (
    words &&
    work['publisher-place'] &&
    /^(?:im |in |demnächst|erscheint|forthcoming)/i.test(words.literal)
  )
    return { literal: `(${words.literal})` }
  const first = writeYear(work['original-date'] as CslDate | undefined)
  if (!words || !first || first === writeYear(work.issued)) return words
  return { literal: `${words.literal} [${shield(first)}]` }
}

/** Of a report, whose author is the publisher, these words stand once. */
const isOwnPublisher = ({ type, author, publisher }: Work): boolean =>
  type === 'report' && author?.length === 1 && author[0]!.literal === publisher

/** What a review is of; of one that has only the title of the work, as „Rez. zu“ that. */
function genreOf(work: Work): string | undefined {
  const title = work['reviewed-title']
  if (work.genre || !/^review/.test(work.type) || typeof title !== 'string') return work.genre
  const names = ((work['reviewed-author'] ?? []) as Name[]).map(
    ({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(' '),
  )
  return `Rez. zu ${[...(names.length > 0 ? [names.join(', ')] : []), stopForColon(title)].join(': ')}`
}

/** „2. Aufl.“, „zweite, erweiterte Aufl.“, „2., erw. Aufl.“, „Neuausgabe“. */
function editionName(edition: string | number): string {
  const words = String(edition).trim()
  const [, number] =
    /^(\d+)(?:st|nd|rd|th)?\.?(?:\s*(?:ed(?:ition)?|Aufl(?:age)?)\.?)?$/i.exec(words) ?? []
  if (number) return `${number}. Aufl.`
  return /aufl|ausg|druck|fassung|edition|reprint|\bed\b/i.test(words) ? words : `${words} Aufl.`
}

/** „Bd. 2“ → „2“: the style writes the label. */
const withoutLabel = (volume: string | number): string =>
  String(volume).replace(/^(?:Bd|Band|Vol|Volume)\b\.?\s*/i, '')

/** With its own title: „2: Federn“. */
function volumeOf({ volume, 'volume-title': title }: Work): string | undefined {
  if (volume === undefined) return undefined
  return [withoutLabel(volume), ...(typeof title === 'string' ? [stopForColon(title)] : [])].join(
    ': ',
  )
}

/** A work as the style expects it. `distinction`: the year, if the short reference is ambiguous. */
export function prepare(work: Work, distinction: string | undefined): object {
  const { note: _note, custom: _custom, DOI: _doi, URL: _url, ...rest } = work
  const fields = {
    ...rest,
    type: writtenLike(work.type),
    title: stopForColon(work.title ?? NO_TITLE),
    'title-short': shortTitle(work),
    'container-title': work['container-title'] && stopForColon(work['container-title']),
    editor: work.type === 'chapter' ? idem(work, work.editor) : work.editor,
    'container-author': idem(work, work['container-author']),
    genre: genreOf(work),
    publisher: isOwnPublisher(work) ? undefined : work.publisher,
    issued: issuedAs(work),
    accessed: asWords(work.accessed),
    edition: work.edition === undefined ? undefined : editionName(work.edition),
    volume: volumeOf(work),
    'event-title': work['event-title'] ?? work.event,
    page: work.page && work.page.replace(/\s*(?:-+|[—−])\s*/g, '–'),
    status: distinction,
  }
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return {
    ...Object.fromEntries(filled.map(([key, value]) => [key, shieldValue(value)])),
    ...(address(work) && { URL: ADDRESS }),
  }
}
