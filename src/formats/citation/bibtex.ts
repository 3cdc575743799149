import { dateParts, isAndOthers } from './csl.ts'
import type { CslDate, Name, Work } from './csl.ts'

type Field = [name: string, value: string | number | undefined]

const TYPES: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
}

/** Where BibTeX keeps the title of what a work stands in. */
const CONTAINERS: Record<string, string> = {
  article: 'journal',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
}

const PUBLISHERS: Record<string, string> = { techreport: 'institution', phdthesis: 'school' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** BibTeX in UTF-8; titles keep their capitals, keys are those of the edition. */
export const toBibtex = (works: readonly Work[]): string => works.map(entry).join('\n')

function entry(work: Work): string {
  const type = TYPES[work.type] ?? 'misc'
  const lines = fields(work, type)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`)
  return `@${type}{${work.id},\n${lines.join('')}}\n`
}

function fields(work: Work, type: string): Field[] {
  const [year, month] = dateParts(work.issued)
  const container = CONTAINERS[type] ?? 'howpublished'
  return [
    ['author', names(work.author)],
    ['editor', names(work.editor)],
    ['bookauthor', names(work['container-author'])],
    ['translator', names(work.translator)],
    ['title', work.title && `{${escape(work.title)}}`],
    ['shorttitle', work['title-short'] && `{${escape(work['title-short'])}}`],
    [container, text(work['container-title'])],
    ['series', text(work['collection-title'])],
    ['volume', text(work.volume)],
    ['number', text(work.issue)],
    ['eid', type === 'article' ? text(work.number) : undefined],
    ['pages', work.page && escape(work.page).replace(/\s*[-–]\s*/g, '--')],
    ['edition', text(work.edition)],
    [PUBLISHERS[type] ?? 'publisher', text(work.publisher)],
    ['address', text(work['publisher-place'] ?? work['event-place'])],
    ['year', year],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['doi', work.DOI],
    ['url', work.URL],
    ['urldate', isoDate(work.accessed)],
    ['langid', work.language],
    ['note', escape(remarks(work, type))],
  ]
}

/** What has no field of its own. */
function remarks(work: Work, type: string): string {
  const interviewers = work.interviewer?.map((name) =>
    `${name.given ?? ''} ${name.family ?? ''}`.trim(),
  )
  return [
    work.genre,
    interviewers && `interviewt von ${interviewers.join(', ')}`,
    type === 'article' ? undefined : work.number,
    work.version === undefined ? undefined : `${work.version}. Fassung`,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

const names = (list: Name[] | undefined): string | undefined => list?.map(bibtexName).join(' and ')

function bibtexName(name: Name): string {
  if (isAndOthers(name)) return 'others'
  if (!name.family || !name.given) return `{${escape(name.literal ?? name.family ?? '')}}`
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ')
  return escape([family, name.suffix, given].filter(Boolean).join(', '))
}

function isoDate(date: CslDate | undefined): string {
  const [year, ...rest] = dateParts(date)
  return [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : escape(String(value))

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escape = (value: string): string =>
  value.replace(/[\\~^&%$#_{}]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`)
