/**
 * Fields of a work that nothing reads, since their name is not that of CSL-JSON: those alone whose right name is missing
 * from the work. What other programs add for themselves is none of them.
 */
import { distance } from '../../contract/distance.ts'
import { foldWord } from '../../contract/folding.ts'

/** Field → other names for it, in German, in the plural or as other programs have them. */
const ofWorks: Readonly<Record<string, string>> = {
  id: 'key citekey schlüssel',
  type: 'typ art itemType entrytype',
  title: 'Titel titles',
  'title-short': 'Kurztitel',
  author: 'authors creator creators by Autor Autorin Autoren Autorinnen Verfasser Verfasserin',
  editor: 'editors Herausgeber Herausgeberin Herausgeberinnen Hrsg',
  translator: 'translators Übersetzer Übersetzerin',
  interviewer: 'interviewers',
  'container-author': '',
  'container-title':
    'container journal journaltitle booktitle publicationTitle magazine newspaper Zeitschrift Zeitung Sammelband',
  'collection-title': 'collection series seriestitle Reihe Schriftenreihe',
  'collection-number': 'seriesNumber',
  issued: 'year date published Jahr Datum Erscheinungsjahr',
  accessed: 'accessDate urldate retrieved Zugriff abgerufen',
  publisher: 'publishers Verlag',
  'publisher-place': 'place city location address Ort Verlagsort Erscheinungsort',
  'event-place': '',
  volume: 'vol Jahrgang Band',
  'number-of-volumes': 'volumes',
  issue: 'Heft',
  number: 'Nummer',
  page: 'pages pp Seite Seiten',
  edition: 'Auflage',
  version: '',
  genre: 'thesisType reportType',
  DOI: '',
  ISBN: '',
  URL: 'link href webaddress Adresse',
  language: 'lang Sprache',
  note: 'notes Notiz',
}
const ofNames: Readonly<Record<string, string>> = {
  family: 'last lastname surname familyname Nachname',
  given: 'first firstname givenname forename Vorname',
  literal: 'name fullname',
  suffix: '',
  'non-dropping-particle': '',
  'dropping-particle': '',
}
const ofDates: Readonly<Record<string, string>> = {
  'date-parts': 'parts',
  literal: '',
  raw: '',
}

/** Names that are right, or that programs write beside the right ones: never taken for others. */
const others = new Set(
  `shortTitle journalAbbreviation container-title-short citation-key citation-label citation-number abstract annote keyword keywords tags categories custom references reference reference-count source resource status
   archive archive_location archive_collection archive-place authority call-number chapter-number collection-editor
   chair compiler composer contributor curator director editorial-director executive-producer guest host illustrator
   narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator
   available-date event-date original-date submitted dimensions division event event-title
   first-reference-note-number ISSN jurisdiction locator medium number-of-pages original-publisher
   original-publisher-place original-title page-first part part-title PMCID PMID printing reviewed-genre
   reviewed-title scale section supplement volume-title volume-title-short year-suffix license licence rights
   uri uris select library itemKey itemID system_id attachments collections relations relation dateAdded dateModified
   extra file files season circa isInstitution comma-suffix static-ordering parse-names multi`.split(
    /\s+/,
  ),
)

const people = new Set(['author', 'editor', 'translator', 'interviewer', 'container-author'])
const dates = new Set(['issued', 'accessed'])

export interface MisnamedField {
  inside: readonly PropertyKey[]
  /** The name that was meant. */
  meant: string
  /** What stands behind it, where that has a form of its own. */
  form?: string
}

/** @param data the content of a bibliography, whatever it is */
export const misnamedFields = (data: unknown): MisnamedField[] =>
  (Array.isArray(data) ? data : []).flatMap((work: unknown, index) => inWork(work, [index]))

function inWork(work: unknown, inside: readonly PropertyKey[]): MisnamedField[] {
  if (!isRecord(work)) return []
  const deeper = Object.entries(work).flatMap(([field, value]) => {
    if (dates.has(field)) return misnamed(value, ofDates, [...inside, field])
    if (!people.has(field) || !Array.isArray(value)) return []
    return value.flatMap((name: unknown, i) => misnamed(name, ofNames, [...inside, field, i]))
  })
  return [...misnamed(work, ofWorks, inside), ...deeper]
}

function misnamed(
  part: unknown,
  fields: Readonly<Record<string, string>>,
  inside: readonly PropertyKey[],
): MisnamedField[] {
  if (!isRecord(part)) return []
  return Object.entries(part).flatMap(([written, value]) => {
    if (written in fields || others.has(written) || value === '' || value === null) return []
    const meant = meantOf(written, fields)
    if (!meant || meant in part) return []
    const form = formOf(meant, value)
    return [{ inside: [...inside, written], meant, ...(form && { form }) }]
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function meantOf(written: string, fields: Readonly<Record<string, string>>): string | undefined {
  const folded = foldWord(written)
  const known = Object.entries(fields)
  const same = known.find(([field, names]) =>
    [field, ...names.split(' ')].some((name) => foldWord(name) === folded),
  )
  if (same) return same[0]
  // Short names are near to too many others.
  const limit = folded.length < 5 ? 0 : folded.length < 9 ? 1 : 2
  const near = known.filter(([field]) => edits(folded, foldWord(field), limit) <= limit)
  return near.length === 1 ? near[0]![0] : undefined
}

/** `distance` is that to a beginning; this is that to the whole name. */
const edits = (one: string, other: string, limit: number): number =>
  Math.max(distance(one, other, limit), distance(other, one, limit))

function formOf(meant: string, value: unknown): string {
  if (dates.has(meant) && !isRecord(value)) {
    const year = /^\d{4}$/.test(String(value)) ? String(value) : '2019'
    return `{"date-parts": [[${year}]]}`
  }
  if (people.has(meant) && !Array.isArray(value)) return '[{"family": "Muster", "given": "Ada"}]'
  return ''
}
