/** Word’s own citations: `CITATION` names sources that stand in another part of the file. */
import type { Person, Work } from '../../imported-text.ts'
import { descendants, elementsIn, plainTextIn, type XmlElement } from '../xml.ts'
import { workOf, type CitedItem, type Read } from './citation.ts'

export class WordSources {
  readonly #works = new Map<string, Work>()

  /** Roots of parts, one of which may hold sources. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots)
      for (const element of [root, ...descendants(root)])
        if (localName(element) === 'Source') {
          const tag = words(element, 'Tag')
          if (tag !== '') this.#works.set(tag.toLowerCase(), wordWork(element))
        }
  }

  read(code: string): Read {
    if (/^\s*BIBLIOGRAPHY\b/i.test(code)) return { kind: 'bibliography', program: 'Word' }
    const [, named] = /^\s*CITATION\s+(.+)$/is.exec(code) ?? []
    if (named === undefined) return null
    const items: CitedItem[] = []
    const pieces = [...named.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain!,
    )
    const option = { p: 'locator', f: 'prefix', s: 'suffix' } as const
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i]!
      const [, letter] = /^\\([a-z])$/i.exec(piece) ?? []
      if (letter === undefined) {
        if (i === 0 || /^\\m$/i.test(pieces[i - 1]!)) items.push(this.#item(piece))
        continue
      }
      const key = option[letter.toLowerCase() as keyof typeof option]
      if (key && items.length > 0) items.at(-1)![key] = (pieces[i + 1] ?? '').trim()
    }
    return { kind: 'citation', citation: { program: 'Word', items } }
  }

  #item(tag: string): CitedItem {
    const work = this.#works.get(tag.toLowerCase()) ?? null
    return { work, address: `word:${tag.toLowerCase()}`, locator: '', prefix: '', suffix: '' }
  }
}

const types: Readonly<Record<string, string>> = {
  Book: 'book',
  BookSection: 'chapter',
  JournalArticle: 'article-journal',
  ArticleInAPeriodical: 'article-magazine',
  ConferenceProceedings: 'paper-conference',
  Report: 'report',
  InternetSite: 'webpage',
  DocumentFromInternetSite: 'webpage',
  ElectronicSource: 'document',
  SoundRecording: 'song',
  Performance: 'performance',
  Art: 'graphic',
  Film: 'motion_picture',
  Interview: 'interview',
  Patent: 'patent',
  Case: 'legal_case',
}

const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')
const part = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsIn(element).find((child) => localName(child) === name)

const words = (element: XmlElement | undefined, name: string): string =>
  plainTextIn(part(element, name))

function wordWork(source: XmlElement): Work {
  const of = (name: string) => words(source, name)
  const roles = part(source, 'Author')
  return workOf({
    type: types[of('SourceType')] ?? 'document',
    title: of('Title'),
    'title-short': of('ShortTitle'),
    author: people(part(roles, 'Author')),
    editor: people(part(roles, 'Editor')),
    translator: people(part(roles, 'Translator')),
    'container-title':
      of('JournalName') ||
      of('PeriodicalTitle') ||
      of('BookTitle') ||
      of('InternetSiteTitle') ||
      of('ConferenceName'),
    publisher: of('Publisher') || of('Institution'),
    'publisher-place': of('City'),
    edition: of('Edition'),
    volume: of('Volume'),
    issue: of('Issue'),
    page: of('Pages'),
    URL: of('URL'),
    DOI: of('DOI'),
    issued: dateIn(of('Year'), of('Month'), of('Day')),
    accessed: dateIn(of('YearAccessed'), of('MonthAccessed'), of('DayAccessed')),
  })
}

function people(role: XmlElement | undefined): Person[] {
  const corporate = words(role, 'Corporate')
  if (corporate !== '') return [{ literal: corporate }]
  const list = part(role, 'NameList')
  return (list ? elementsIn(list) : []).flatMap((person): Person[] => {
    const family = words(person, 'Last')
    const given = [words(person, 'First'), words(person, 'Middle')].filter(Boolean).join(' ')
    if (family === '') return given ? [{ literal: given }] : []
    return [given ? { family, given } : { family }]
  })
}

function dateIn(...stated: [year: string, month: string, day: string]) {
  const [year] = stated
  if (year === '') return undefined
  if (!/^\d{4}$/.test(year)) return { literal: year }
  const end = stated.findIndex((one) => !/^\d{1,4}$/.test(one))
  return { 'date-parts': [stated.slice(0, end < 0 ? 3 : end).map(Number)] }
}
