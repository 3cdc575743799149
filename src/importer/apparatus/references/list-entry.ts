import { languageOfTitle } from '../language.ts'
import type { Person, Work } from '../../imported-text.ts'
import { german } from '../words.ts'
import type { Year } from './author-date.ts'
import { undatedFrom, undatedWords } from './undated.ts'
import { entryNames } from './entry-names.ts'
import { readNames } from './names.ts'
import { readReference } from './read-reference.ts'

/** A work of a list; `years`: all that a reference may name, with the letter behind them. */
export interface ListEntry {
  work: Work
  people: Person[]
  years: { year: Year; letter: string }[]
}

/** Names, and the year behind them in brackets or before a colon. */
const dated =
  /^(.{2,250}?)[ ,]*(?:[([]([^()[\]]*(?:\[\d{4}\][^()[\]]*|\(\d{4}\)[^()[\]]*)?\d{4}[^()]{0,30})[)\]]|\s(\d{4}[a-z]?(?:\/\d{2,4})?)(?=[:.,]\s))[:.,]?\s+(.+)$/su
/** Names, and in brackets behind them what stands for a year: „(o. J.)“, „(im Erscheinen)“. */
const undated = new RegExp(
  String.raw`^(.{2,250}?)[ ,]*[([](${undatedWords})([a-z]|-[a-z])?[)\]][:.,]?\s+(.+)$`,
  'siu',
)
/** The same behind the place at the end. */
const undatedAtEnd = new RegExp(String.raw`[ ,(]*(?<![\p{L}\p{N}])(${undatedWords})[)]?$`, 'iu')
const same = /^(?:(?:[–—―-]\s?){1,4}|(?:ders|dies|ebd)\.)(?=[\s,.:(]|$)/iu

/** Reads an entry of a list of works; `before`: the people of the entry before it. Null if it is not understood. */
export function readListEntry(printed: string, before: readonly Person[]): ListEntry | null {
  const text = printed.trim().replace(/\s+/g, ' ')
  const [, head, inBrackets, bare, rest] = dated.exec(text) ?? []
  if (head !== undefined && rest !== undefined && !/: /.test(head)) {
    const names = namesOf(head, before)
    const years = yearsIn(inBrackets ?? bare ?? '')
    if (names && years.length > 0) {
      const fields = describe(rest, names.people)
      if (fields === null) return null
      return entry({ ...fields, issued: { 'date-parts': [[years[0]!.year]] } }, names, years)
    }
  }
  const [, who, word, letter, what] = undated.exec(text) ?? []
  if (who !== undefined && what !== undefined && !/: /.test(who)) {
    const names = namesOf(who, before)
    const fields = names && describe(what, names.people)
    if (fields)
      return entry({ ...fields, issued: undatedFrom(word!)! }, names, [
        { year: undatedFrom(word!)!.literal!, letter: letter?.replace('-', '') ?? '' },
      ])
  }
  return withYearAtEnd(text, before)
}

function namesOf(head: string, before: readonly Person[]) {
  const repeated = same.exec(head)
  if (!repeated) return entryNames(head)
  const rest = head.slice(repeated[0].length).replace(/^[\s,/;&]+/, '')
  const editors = /^\(?(?:Hg|Hrsg|Eds?)\.?\)?$/i.test(rest)
  const more = rest === '' || editors ? null : entryNames(rest)
  if (before.length === 0 || (rest !== '' && !editors && !more)) return null
  return {
    people: [...before, ...(more?.people ?? [])],
    editors: editors || (more?.editors ?? false),
  }
}

/** „Berg, Ada: Titel. Ort 2001“, „Ada Berg: Titel, Ort 2001“ */
function withYearAtEnd(text: string, before: readonly Person[]): ListEntry | null {
  const words = text.replace(/\.$/, '')
  const colon = words.indexOf(': ')
  const inverted = colon < 0 ? null : namesOf(words.slice(0, colon), before)
  const natural = inverted ? null : readNames(words)
  const names = inverted ?? natural
  if (!names) return null
  const rest = words.slice((natural?.colon ?? colon) + 2)
  const years = yearsIn(rest.match(/(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/g)?.at(-1) ?? '')
  if (years.length === 0) return withoutYearAtEnd(rest, names)
  const reference = natural && readReference(natural, rest)
  if (reference) return entry(reference.work, names, years)
  const fields = describe(
    rest.replace(new RegExp(`[ ,]*${years[0]!.year}(?:/\\d{2,4})?$`), ''),
    names.people,
  )
  return fields && entry({ ...fields, issued: { 'date-parts': [[years[0]!.year]] } }, names, years)
}

/** „Berg, Ada: Titel. Ort o. J.“ */
function withoutYearAtEnd(
  rest: string,
  names: NonNullable<ReturnType<typeof namesOf>>,
): ListEntry | null {
  const end = undatedAtEnd.exec(rest)
  const fields = end && describe(rest.slice(0, end.index), names.people)
  return fields
    ? entry({ ...fields, issued: undatedFrom(end[1]!)! }, names, [
        { year: undatedFrom(end[1]!)!.literal!, letter: '' },
      ])
    : null
}

const entry = (
  fields: Partial<Work>,
  { people, editors }: { people: Person[]; editors: boolean },
  years: ListEntry['years'],
): ListEntry => ({
  work: { id: '', type: 'document', [editors ? 'editor' : 'author']: people, ...fields },
  people,
  years,
})

function yearsIn(text: string): ListEntry['years'] {
  const all = [...text.matchAll(/(?<!\d)((?:1[4-9]|20)\d{2})(?!\d)([a-z](?![a-z]))?/g)]
  const found = all.map(([, year, letter]) => ({ year: Number(year), letter: letter ?? '' }))
  // „[1899] 2001“: the year of the edition is first.
  return /^\s*\[/.test(text) ? found.reverse() : found
}

/** The fields behind names and year. */
function describe(printed: string, people: readonly Person[]): Partial<Work> | null {
  const address = /(?:https?:\/\/|www\.|doi:? ?10\.|doi\.org\/)\S+/iu.exec(printed)
  const url = address?.[0].replace(/[.,;)>]+$/, '')
  const doi = /10\.\d{4,}\/\S+/.exec(url ?? '')?.[0]
  const plain = (address ? printed.slice(0, address.index) : printed).replace(
    /[\s.,;:(<]*(?:online|url|doi|abrufbar unter|verfügbar unter|available at)?[\s:.,(<]*$/iu,
    '',
  )
  const [title, host] = plain.split(/(?:[.,]|(?<=[“”»«"]))\s+in:?\s+(?=[\p{Lu}„»«"])/iu, 2)
  if (!title || !/\p{L}{2}/u.test(title)) return null
  const fields = host === undefined ? book(title) : inHost(title, host, people)
  return {
    ...fields,
    ...(doi ? { DOI: doi } : url ? { URL: /^https?:/.test(url) ? url : `https://${url}` } : {}),
    ...(language(fields.title) ?? {}),
  }
}

const language = (title: string) => {
  const tag = languageOfTitle(title)
  return tag ? { language: tag } : null
}

const city = String.raw`\p{Lu}[\p{L}-]+(?: (?:am |an der )?\p{Lu}[\p{L}-]+){0,2}(?: a\. ?M\.| i\. ?Br\.|/M\.)?(?: \(\p{L}+\))?`
const placeName = `${city}(?:(?:, | und | u\\. |\\s?/\\s?)${city}){0,3}`
const placeAndPublisher = new RegExp(
  `[.,]\\s+(${placeName})\\s?:\\s*([^.:„“»«]{2,60}?)(?:[ ,]+\\d{4})?\\.?$`,
  'u',
)
const placeOnly = new RegExp(`[.,]\\s+(${placeName})(?:[ ,]+\\d{4}(?:/\\d{2,4})?)?\\.?$`, 'u')
const edition = /[.,;]?\s+(\d+)\.(?:,?[^.,:]{0,40})? Aufl(?:age|\.)(?=[.,;:\s]|$)/u

function published(text: string): { rest: string; fields: Partial<Work> } {
  const numbered = edition.exec(text)
  if (numbered) {
    const after = text.slice(numbered.index + numbered[0].length)
    const found = published(
      text.slice(0, numbered.index) +
        after.replace(/^(?=[\p{L}])/u, '. ').replace(/^\s+(?=\p{Lu})/u, '. '),
    )
    return { ...found, fields: { edition: numbered[1]!, ...found.fields } }
  }
  const both = placeAndPublisher.exec(text)
  if (both)
    return {
      rest: text.slice(0, both.index),
      fields: { 'publisher-place': both[1]!, publisher: both[2]!.trim() },
    }
  const place = placeOnly.exec(text)
  const isPlace = place && !german.has(place[1]!.split(/[ ,]/)[0]!.toLowerCase())
  if (!isPlace) return { rest: text, fields: {} }
  return {
    rest: text.slice(0, place.index),
    fields: { 'publisher-place': place[1]!.replace(/\.$/, '') },
  }
}

function book(text: string): Partial<Work> & { title: string } {
  const { rest, fields } = published(text)
  return {
    type: Object.keys(fields).length > 0 ? 'book' : 'document',
    title: titleFrom(rest),
    ...fields,
  }
}

const pages = /[,.:]?\s*(?:S\.|pp?\.|Seiten?)?\s?(\d+\s?[–-]\s?\d+)(?: ?ff?\.)?\.?$/u

function inHost(
  title: string,
  printed: string,
  people: readonly Person[],
): Partial<Work> & { title: string } {
  const range = pages.exec(printed)
  const host = range ? printed.slice(0, range.index) : printed
  const page = range ? { page: range[1]!.replace(/\s?[–-]\s?/, '-') } : {}
  const [, names, volume] =
    /^(.{2,120}?[([](?:Hg|Hrsg|Eds?)\.?[)\]]|(?:ders|dies)\.(?: \((?:Hg|Hrsg)\.\))?)[:,.]?\s+(.+)$/iu.exec(
      host,
    ) ?? []
  if (names !== undefined && volume !== undefined) {
    const isSame = /^(?:ders|dies)\./i.test(names)
    const editors = isSame ? [...people] : entryNames(names)?.people
    const { rest, fields } = published(volume)
    return {
      type: 'chapter',
      title: titleFrom(title),
      ...(editors ? { editor: editors } : {}),
      'container-title': titleFrom(rest),
      ...fields,
      ...page,
    }
  }
  const { rest, fields } = published(host)
  if ('publisher' in fields)
    return {
      type: 'chapter',
      title: titleFrom(title),
      'container-title': titleFrom(rest),
      ...fields,
      ...page,
    }
  const [, journal = host, numbers = ''] =
    /^(.+?)(?:,|(?=\s\d)|\s+(?=(?:Jg|Bd|Nr|H|Heft|Vol)\.? ?\d))\s*(.*)$/u.exec(host) ?? []
  const [, volumeNumber, issue] =
    /(\d+)(?:\s*\((\d+(?:[/–-]\d+)?)\)|[,.:/]\s*(?:Nr|H|Heft|Issue|No)?\.?\s*(\d+))?/u.exec(
      numbers,
    ) ?? []
  return {
    type: 'article-journal',
    title: titleFrom(title),
    'container-title': titleFrom(journal),
    ...(volumeNumber ? { volume: volumeNumber } : {}),
    ...(issue ? { issue } : {}),
    ...page,
  }
}

/** Without quotation marks and the punctuation at the end; a subtitle after a colon. */
const titleFrom = (text: string): string =>
  text
    .trim()
    .replace(/[\s,.;:]+$/u, '')
    .replace(/^[„»«"“‚›](.+)[“«»"”‘‹]$/u, '$1')
    .replace(/(?<=\p{L}\p{L}|[\d)»›“])\. (?=[\p{Lu}\d«‹„])/u, ': ')
