import { fullName, isAndOthers, pagesOf, versionName } from './csl.ts'
import { dateParts, isPlain, writeDate, writeYear } from './dates.ts'
import type { CslDate, Name, Work } from './csl.ts'

const TYPES: Record<string, string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  classic: 'CLSWK',
  collection: 'BOOK',
  dataset: 'DATA',
  entry: 'ENCYC',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'VIDEO',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  post: 'ICOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  speech: 'SLIDE',
  thesis: 'THES',
  webpage: 'ELEC',
}

/**
 * RIS with CRLF, as the format requires; one line per field, however long.
 * @param locator the cited place in the works, written into the note
 */
export const toRis = (works: readonly Work[], locator?: string): string =>
  works.map((work) => record(work, locator)).join('\r\n')

function record(work: Work, locator: string | undefined): string {
  const [first, last] = pagesOf(work.page)
  const lines: [tag: string, value: string | number | undefined][] = [
    ['TY', TYPES[work.type] ?? 'GEN'],
    ['ID', work.id],
    ...names('AU', work.author),
    ...names('A2', work['container-author']),
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work.translator),
    ['TI', work.title],
    ['ST', work['title-short']],
    ['T2', work['container-title']],
    ['T3', work['collection-title']],
    ['M3', work.genre],
    ['VL', work.volume],
    ['IS', work.issue],
    [
      work.type === 'article-journal' ? 'C7' : 'M1',
      work.number ?? (work['collection-number'] as string | number | undefined),
    ],
    ['ET', work.edition],
    ['SP', first],
    ['EP', last],
    ['PB', work.publisher],
    ['CY', work['publisher-place'] ?? work['event-place']],
    ['PY', writeYear(work.issued)],
    ['DA', risDate(work.issued)],
    ['DO', work.DOI],
    ['UR', work.URL],
    ['Y2', risDate(work.accessed)],
    ['LA', work.language],
    ['N1', remarks(work, locator)],
  ]
  const filled = lines.filter(([, value]) => value !== undefined && value !== '')
  return [...filled, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
}

/** Fields of CSL → types of works whose RIS records have no tag for them. */
const NO_TAG: Partial<Record<'container-title' | 'event-place' | 'page' | 'genre', string[]>> = {
  'container-title': ['interview', 'motion_picture', 'post', 'speech'],
  'event-place': ['speech'],
  page: ['speech'],
  genre: ['post-weblog', 'webpage'],
}

/** Everything that RIS has no tag for, and the source of the data. */
function remarks(work: Work, locator: string | undefined): string {
  const untagged = Object.entries(NO_TAG).map(([field, types]) =>
    types.includes(work.type) ? (work[field] as string | undefined) : undefined,
  )
  const cut = work.author?.some(isAndOthers)
  // Some programs read only the year of a newspaper article.
  const day = work.type === 'article-newspaper' && dateParts(work.issued).length === 3
  return [
    cut ? 'weitere Personen (u. a.)' : undefined,
    work.interviewer && `interviewt von ${work.interviewer.map(fullName).join(', ')}`,
    work.version === undefined ? undefined : versionName(work.version),
    day ? dateParts(work.issued).toReversed().join('.') : undefined,
    work.type === 'book' ? undefined : work['collection-title'],
    work.type === 'legislation' && work.volume !== undefined ? `Bd. ${work.volume}` : undefined,
    ...untagged,
    locator,
    work.note,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

const names = (tag: string, list: Name[] | undefined): [string, string][] =>
  (list ?? []).filter((name) => !isAndOthers(name)).map((name) => [tag, risName(name)])

function risName(name: Name): string {
  if (name.literal) return name.literal
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ')
  return [family, given, name.suffix].filter(Boolean).join(', ')
}

/** `2025/01/27/`, as far as the parts are known; empty slots keep their slash. Ranges and the like follow in words. */
function risDate(date: CslDate | undefined): string {
  const [year, month, day] = dateParts(date)
  if (year === undefined || year < 0) return date ? `///${writeDate(date)}` : ''
  const two = (part: number | undefined) =>
    part === undefined ? '' : String(part).padStart(2, '0')
  return `${year}/${two(month)}/${two(day)}/${isPlain(date) ? '' : writeDate(date)}`
}
