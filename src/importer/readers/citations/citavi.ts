/** Citations of Citavi: `ADDIN CitaviPlaceholder{` and base64 of JSON. */
import type { Person } from '../../imported-text.ts'
import { list, object, text, workOf, type CitedItem, type Read } from './citation.ts'

type Data = Record<string, unknown>

export function readCitaviCode(code: string): Read {
  const [, kind, data = ''] =
    /^\s*ADDIN\s+Citavi[._]?(Placeholder|Bibliography)\s*\{?([\w+/=\s]*)\}?/i.exec(code) ?? []
  if (kind === undefined) return null
  if (/bibliography/i.test(kind)) return { kind: 'bibliography', program: 'Citavi' }
  const json = parsed(Buffer.from(data.replace(/\s+/g, ''), 'base64').toString('utf8'))
  const items = list(json?.['Entries']).map((entry) => itemOf(object(entry)))
  if (items.length === 0) return { kind: 'unreadable', program: 'Citavi' }
  return { kind: 'citation', citation: { program: 'Citavi', items } }
}

function itemOf(entry: Data): CitedItem {
  const reference = object(entry['Reference'])
  return {
    work: Object.keys(reference).length > 0 ? citaviWork(reference) : null,
    address: text(entry['ReferenceId']) || text(reference['Id']) || null,
    locator: pages(entry['PageRange']) || pages(entry['Pages']),
    prefix: text(entry['Prefix']),
    suffix: text(entry['Suffix']),
  }
}

const types: Readonly<Record<string, string>> = {
  JournalArticle: 'article-journal',
  NewspaperArticle: 'article-newspaper',
  Contribution: 'chapter',
  ContributionInLegalCommentary: 'chapter',
  InternetDocument: 'webpage',
  Thesis: 'thesis',
  UnpublishedWork: 'report',
  Manuscript: 'manuscript',
  Lecture: 'speech',
  Movie: 'motion_picture',
  Broadcast: 'broadcast',
  RadioPlay: 'broadcast',
  MusicAlbum: 'song',
  MusicTrack: 'song',
  ComputerProgram: 'software',
  Software: 'software',
  CourtDecision: 'legal_case',
  StatuteOrRegulation: 'legislation',
  Patent: 'patent',
  Standard: 'standard',
  Map: 'map',
  InterviewMaterial: 'interview',
  PersonalCommunication: 'personal_communication',
  ArchiveMaterial: 'document',
  PressRelease: 'report',
}

function citaviWork(reference: Data) {
  const type = types[text(reference['ReferenceType'])] ?? 'book'
  const parent = object(reference['ParentReference'])
  const [first] = list(reference['Publishers']).concat(list(parent['Publishers']))
  const places = text(reference['PlaceOfPublication']) || text(parent['PlaceOfPublication'])
  const periodical = object(reference['Periodical'])
  const date = dateOf(reference) ?? dateOf(parent)
  const authors = people(reference['Authors'])
  return workOf({
    type,
    title: titleOf(reference),
    author: authors,
    editor: people(reference['Editors']).concat(people(parent['Editors'])),
    translator: people(reference['Translators']),
    ...(authors.length === 0 && list(reference['Organizations']).length > 0
      ? { author: people(reference['Organizations']) }
      : {}),
    'container-title': titleOf(parent) || text(periodical['FullName']) || text(periodical['Name']),
    'collection-title':
      text(object(reference['SeriesTitle'])['Name']) || text(object(parent['SeriesTitle'])['Name']),
    publisher: text(object(first)['Name']),
    'publisher-place': places,
    edition: text(reference['Edition']) || text(parent['Edition']),
    volume: text(reference['Volume']),
    issue: text(reference['Number']),
    page: pages(reference['PageRange']),
    ISBN: text(object(reference['Isbn'])['Number']) || text(reference['Isbn']),
    DOI: text(reference['Doi']),
    URL: text(reference['OnlineAddress']),
    issued: date,
    accessed: dateIn(text(reference['AccessDate'])),
    language: text(reference['LanguageCode']),
  })
}

function titleOf(reference: Data): string {
  const [title, subtitle] = [text(reference['Title']), text(reference['Subtitle'])]
  return subtitle ? `${title}${/[.!?:]$/.test(title) ? '' : ':'} ${subtitle}` : title
}

function people(value: unknown): Person[] {
  return list(value).flatMap((one): Person[] => {
    const person = object(one)
    const family = text(person['LastName'])
    if (!family) {
      const name = text(person['Name']) || text(person['FullName'])
      return name ? [{ literal: name }] : []
    }
    const given = [person['FirstName'], person['MiddleName']].map(text).filter(Boolean).join(' ')
    const particle = text(person['Prefix'])
    if (!given && text(person['IsOrganization'])) return [{ literal: family }]
    return [
      {
        family,
        ...(given ? { given } : {}),
        ...(particle ? { 'non-dropping-particle': particle } : {}),
      },
    ]
  })
}

function dateOf(reference: Data) {
  const year = text(reference['Year']) || text(reference['YearResolved'])
  return dateIn(year) ?? dateIn(text(reference['Date']))
}

function dateIn(value: string): { 'date-parts': number[][] } | { literal: string } | undefined {
  if (value === '') return undefined
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(value) ?? []
  if (year) return { 'date-parts': [[Number(year), Number(month), Number(day)]] }
  const [, first, ...more] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value) ?? []
  if (first && (value.length === 4 || more[0]))
    return { 'date-parts': [[first, ...more].filter((part) => part !== undefined).map(Number)] }
  return { literal: value }
}

/** Pages as the user wrote them; older versions store XML with them in `os`. */
function pages(value: unknown): string {
  if (typeof value !== 'string') return text(object(value)['OriginalString'])
  return /<os>([^<]*)<\/os>/.exec(value)?.[1]?.trim() ?? (value.includes('<') ? '' : value.trim())
}

/** JSON in which `$ref` stands for the object with this `$id`. */
function parsed(source: string): Data | null {
  const known = new Map<string, Data>()
  try {
    return JSON.parse(source, (_, value: unknown) => {
      const data = object(value)
      if (typeof data['$id'] === 'string') known.set(data['$id'], data)
      return value
    }) as Data
  } catch {
    return null
  } finally {
    for (const data of known.values())
      for (const [key, value] of Object.entries(data)) data[key] = resolved(value, known)
  }
}

function resolved(value: unknown, known: ReadonlyMap<string, Data>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, known))
  const reference = object(value)['$ref']
  return typeof reference === 'string' ? known.get(reference) : value
}
