import { fullName, isAndOthers, versionName } from './csl.ts'
import { dateParts, edtf, isPlain, writeYears } from './dates.ts'
import type { Name, Work } from './csl.ts'

type Field = [name: string, value: string | number | undefined]

const TYPES: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  classic: 'book',
  collection: 'book',
  dataset: 'dataset',
  entry: 'incollection',
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  legislation: 'legislation',
  manuscript: 'unpublished',
  motion_picture: 'video',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  post: 'online',
  'post-weblog': 'online',
  report: 'techreport',
  review: 'article',
  'review-book': 'article',
  software: 'software',
  thesis: 'phdthesis',
  webpage: 'online',
}

const SUBTYPES: Record<string, string> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
}

/** The BibTeX field for the title of the container, by entry type. */
const CONTAINERS: Record<string, string> = {
  article: 'journal',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
}

const PUBLISHERS: Record<string, string> = { techreport: 'institution', phdthesis: 'school' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * BibTeX in UTF-8; titles keep their capitals, keys are those of the edition. Fields that only BibLaTeX knows
 * (`date`, `venue`, `version`, `eprint`, `annote` …) are added to the old ones; BibTeX ignores them.
 * @param locator the cited place in the works, written into the note
 */
export const toBibtex = (works: readonly Work[], locator?: string): string =>
  works.map((work) => entry(work, locator)).join('\n')

function entry(work: Work, locator: string | undefined): string {
  const type = TYPES[work.type] ?? 'misc'
  const lines = fields(work, type, locator)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`)
  return `@${type}{${work.id},\n${lines.join('')}}\n`
}

function fields(work: Work, type: string, locator: string | undefined): Field[] {
  const [, month, day] = dateParts(work.issued)
  const plain = isPlain(work.issued)
  const container = CONTAINERS[type]
  const [, arxiv] = /^arXiv:(.+)$/.exec(String(work.number)) ?? []
  return [
    ['author', names(work.author)],
    ['editor', names(work.editor)],
    ['bookauthor', names(work['container-author'])],
    ['translator', names(work.translator)],
    ['title', work.title && `{${escape(work.title)}}`],
    ['shorttitle', work['title-short'] && `{${escape(work['title-short'])}}`],
    [container ?? 'howpublished', text(work['container-title'])],
    // Most programs ignore `howpublished`.
    ['booktitle', container ? undefined : text(work['container-title'])],
    ['entrysubtype', SUBTYPES[work.type]],
    ['type', text(work.genre)],
    ['series', text(work['collection-title'])],
    ['volume', text(work.volume)],
    ['number', text(type === 'legislation' ? work.number : (work.issue ?? seriesNumber(work)))],
    ['eid', type === 'article' ? text(work.number) : undefined],
    ['pages', work.page && escape(work.page).replace(/\s*(?:-+|[–—−])\s*/g, '--')],
    ['edition', text(work.edition)],
    ['version', text(work.version)],
    [PUBLISHERS[type] ?? 'publisher', oneName(text(work.publisher))],
    ['address', text(work['publisher-place'])],
    ['venue', text(work['event-place'])],
    ['year', text(writeYears(work.issued).replaceAll('–', '--'))],
    ['month', month === undefined || !plain ? undefined : MONTHS[month - 1]],
    ['date', day === undefined && plain ? undefined : edtf(work.issued)],
    ['eprint', arxiv],
    ['eprinttype', arxiv && 'arxiv'],
    ['doi', work.DOI],
    ['url', work.URL],
    ['urldate', edtf(work.accessed)],
    ['langid', work.language],
    ['note', escape(remarks(work, type, locator))],
    ['annote', text(work.note)],
  ]
}

/** Everything that BibTeX has no field for. */
function remarks(work: Work, type: string, locator: string | undefined): string {
  return [
    work.genre,
    work.interviewer && `interviewt von ${work.interviewer.map(fullName).join(', ')}`,
    type === 'article' || type === 'legislation' ? undefined : work.number,
    work.version === undefined ? undefined : versionName(work.version),
    locator,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** Number of a book in its series. */
const seriesNumber = (work: Work) => work['collection-number'] as string | number | undefined

const names = (list: Name[] | undefined): string | undefined => list?.map(bibtexName).join(' and ')

function bibtexName(name: Name): string {
  if (isAndOthers(name)) return 'others'
  if (!name.family || !name.given) return `{${escape(name.literal ?? name.family ?? '')}}`
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ')
  return escape([family, name.suffix, given].filter(Boolean).join(', '))
}

/** A publisher with „and“ in its name would be read as two. */
const oneName = (value: string | undefined): string | undefined =>
  value && / and /.test(value) ? `{${value}}` : value

const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : escape(String(value))

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escape = (value: string): string =>
  value.replace(/[\\~^&%$#_{}]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`)
