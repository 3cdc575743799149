/** A bibliography of RIS → CSL-JSON. */
import { readDate, type ReadDate } from './dates.ts'
import type { ReadName, ReadWork, WorksRead } from './read-works.ts'

const types: Readonly<Record<string, string>> = {
  BOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  THES: 'thesis',
  RPRT: 'report',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  UNPB: 'manuscript',
  MANSCPT: 'manuscript',
  VIDEO: 'motion_picture',
  MPCT: 'motion_picture',
  SOUND: 'song',
  MAP: 'map',
  ART: 'graphic',
  STAT: 'legislation',
  CASE: 'legal_case',
  PAT: 'patent',
}

/** Tag → field; of several tags with one field, the first that is there counts. */
const fields: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  CT: 'title',
  BT: 'container-title',
  JO: 'container-title',
  JF: 'container-title',
  T2: 'container-title',
  T3: 'collection-title',
  ST: 'title-short',
  PB: 'publisher',
  CY: 'publisher-place',
  PP: 'publisher-place',
  VL: 'volume',
  IS: 'issue',
  ET: 'edition',
  DO: 'DOI',
  UR: 'URL',
  LA: 'language',
  M3: 'genre',
  N1: 'note',
  ID: 'citation-key',
}
const people: Readonly<Record<string, string>> = {
  AU: 'author',
  A1: 'author',
  A2: 'editor',
  ED: 'editor',
  A3: 'collection-editor',
  A4: 'translator',
}

export function readRis(source: string): WorksRead {
  const read: WorksRead = { works: [], offsets: [], broken: [] }
  let stray: number | null = null
  let open: { offset: number; lines: [tag: string, value: string][] } | null = null
  const notClosed = () => {
    if (open) read.broken.push({ offset: open.offset, what: 'has no “ER  -” at its end' })
  }
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+/g)) {
    const [, tag, value = ''] = /^\ufeff?([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line) ?? []
    if (tag === 'TY') {
      notClosed()
      open = { offset: index, lines: [['TY', value.trim()]] }
    } else if (tag === 'ER') {
      if (!open) continue
      read.works.push(workOf(open.lines, read.works.length))
      read.offsets.push(open.offset)
      open = null
    } else if (tag && open) open.lines.push([tag, value.trim()])
    else if (!open && line.trim()) stray ??= index
    else if (open && line.trim()) open.lines.at(-1)![1] += ` ${line.trim()}`
  }
  notClosed()
  if (stray !== null) read.broken.push({ offset: stray, what: 'has no “TY  -” before it' })
  return read
}

function workOf(lines: readonly [tag: string, value: string][], index: number): ReadWork {
  const all = (...tags: string[]) => lines.filter(([tag, value]) => value && tags.includes(tag))
  const first = (...tags: string[]) => all(...tags)[0]?.[1]
  const work: ReadWork = {
    id: first('ID') ?? `ris ${index + 1}`,
    type: types[first('TY') ?? ''] ?? 'document',
  }
  for (const [tag, value] of all(...Object.keys(fields))) work[fields[tag]!] ??= value
  for (const [tag, value] of all(...Object.keys(people)))
    work[people[tag]!] = [...((work[people[tag]!] as ReadName[] | undefined) ?? []), nameOf(value)]
  const isBook = work.type === 'book'
  // In a book T2 is the series.
  if (isBook && work['container-title'] !== undefined) {
    work['collection-title'] ??= work['container-title']
    delete work['container-title']
  }
  const number = first('SN')
  if (number)
    work[/^97[89]|^\d{9}[\dX]$/.test(number.replaceAll('-', '')) ? 'ISBN' : 'ISSN'] = number
  const pages = [first('SP'), first('EP')].filter((page) => page !== undefined)
  if (pages.length > 0) work['page'] = [...new Set(pages)].join('-')
  const issued = dateOf(first('DA'), first('PY', 'Y1'))
  if (issued) work.issued = issued
  const accessed = dateOf(first('Y2'), undefined)
  if (accessed) work['accessed'] = accessed
  return work
}

/** `2011/03/01/`, with other words behind the last stroke: `2011///Sommer`. */
function dateOf(date: string | undefined, year: string | undefined): ReadDate | undefined {
  const value = date ?? year
  if (!value) return undefined
  const [whole, first, month, day, other = ''] =
    /^(\d{4})?(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?(?:\/(.*))?$/.exec(value) ?? []
  if (whole === undefined) return readDate(value)
  const known = first ?? (/^\d{4}$/.test(year ?? '') ? year : undefined)
  const numbers = [known, month, day].filter(Boolean).map((part) => part!.padStart(2, '0'))
  const words = other.trim()
  if (!known) return words ? readDate(words) : year ? readDate(year) : undefined
  const read = readDate(numbers.join('-'))
  if (!words) return read
  return { ...read, literal: /\d{4}|Chr\./.test(words) ? words : `${words} ${known}` }
}

function nameOf(value: string): ReadName {
  const [family = '', given, suffix] = value.split(/\s*,\s*/)
  if (!given) return { literal: family }
  return { family, given, ...(suffix && { suffix }) }
}
