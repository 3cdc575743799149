import type { CslDate, Element, Note, Person, Remark, Scan, Topic, Work } from '../imported-text.ts'
import { placeOf } from '../place.ts'
import type { Resolution } from '../apparatus/references/resolve.ts'

const topics: Record<Topic, string> = {
  head: 'Titelei',
  headings: 'Überschriften',
  paragraphs: 'Absätze',
  quotes: 'Blockzitate',
  hyphens: 'Trennungen',
  pages: 'Seiten',
  dropped: 'Weggelassenes',
  characters: 'Zeichen',
  languages: 'Sprachen',
  notes: 'Anmerkungen',
  works: 'Werke',
  references: 'Verweise',
}

const kinds: Record<string, string> = {
  full: 'voll',
  short: 'Kurztitel',
  ibid: 'ebd.',
  idem: 'ders./dies.',
}

export interface Imported {
  scan: Scan
  title: string
  elements: readonly Element[]
  notes: readonly Note[]
  resolution: Resolution
  remarks: readonly Remark[]
}

export interface Counts {
  paragraphs: number
  quotes: number
  headings: number
  notes: number
  works: number
  references: number
  questions: number
}

export function countsOf({ elements, notes, resolution, remarks }: Imported): Counts {
  const count = (...kinds: string[]) => elements.filter(({ kind }) => kinds.includes(kind)).length
  return {
    paragraphs: count('paragraph'),
    quotes: count('quote'),
    headings: count('heading', 'subheading'),
    notes: notes.length,
    works: resolution.works.length,
    references: resolution.references.length,
    questions: remarks.filter(({ question }) => question).length,
  }
}

/** What the importer did and what it asks, for the editor, with lines of the scan. */
export function writeReport(imported: Imported): string {
  const { scan, title, remarks } = imported
  const counts = countsOf(imported)
  const asked = remarks.filter(({ question }) => question)
  const decided = remarks.filter(({ question }) => !question)
  return [
    `# Importbericht: ${title}`,
    `Scan: \`${scan.file.replace(/^.*[\\/]/, '')}\`. Zeilen sind Zeilen des Scans.`,
    [
      `- ${number(counts.paragraphs, 'Absatz', 'Absätze')}, ${number(counts.quotes, 'Blockzitat', 'Blockzitate')}, ${number(counts.headings, 'Überschrift', 'Überschriften')}`,
      `- ${number(counts.notes, 'Anmerkung', 'Anmerkungen')} mit ${number(counts.references, 'Verweis', 'Verweisen')} auf ${number(counts.works, 'Werk', 'Werke')}`,
      `- ${number(counts.questions, 'Frage', 'Fragen')}`,
    ].join('\n'),
    '## Fragen',
    asked.length ? 'Hier war der Import nicht sicher. Bitte im Text nachsehen.' : 'Keine.',
    ...byTopic(scan, asked, '###'),
    '## Entscheidungen',
    ...byTopic(scan, decided, '###'),
    '## Verweise und Werke',
    referenceTable(imported),
    workTable(imported),
  ].join('\n\n')
}

const number = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`

/** What is said of several places in the same words is said once. */
function byTopic(scan: Scan, remarks: readonly Remark[], level: string): string[] {
  return (Object.keys(topics) as Topic[]).flatMap((topic) => {
    const own = remarks.filter((remark) => remark.topic === topic)
    const sorted = own.sort((a, b) => a.offset - b.offset)
    const sentences = [...Map.groupBy(sorted, ({ text }) => text)].map(([text, places]) => {
      const lines = new Set(places.map(({ offset }) => placeOf(scan.text, offset).line))
      return `- ${lines.size > 1 ? 'Zeilen' : 'Zeile'} ${[...lines].join(', ')}: ${literal(text)}`
    })
    return sentences.length ? [`${level} ${topics[topic]}`, sentences.join('\n')] : []
  })
}

function referenceTable({ scan, resolution }: Imported): string {
  return table(
    ['Anm.', 'Zeile', 'Art', 'Werk', 'Wörter'],
    resolution.references.map(({ note, offset, kind, key, words }) => [
      note,
      String(placeOf(scan.text, offset).line),
      kinds[kind] ?? kind,
      key,
      words.length > 70 ? `${words.slice(0, 70)} …` : words,
    ]),
  )
}

/** Every field of the works that were read from the notes: the editor compares them with the scan. */
function workTable({ resolution }: Imported): string {
  return table(
    ['Werk', 'zuerst', 'Herkunft', 'gelesen als'],
    resolution.works.map(({ work, note, isNew }) => [
      work.id,
      `Anm. ${note}`,
      isNew ? 'neu, neben dem Text' : 'Bibliographie',
      isNew ? fieldsOf(work) : String(work.title ?? ''),
    ]),
  )
}

function fieldsOf(work: Work): string {
  return Object.entries(work)
    .filter(([field]) => field !== 'id' && field !== 'note')
    .map(([field, value]) => `${field}: ${valueOf(value)}`)
    .join('; ')
}

/** Names as „Ebba Lund, Jens Ohm“, dates as 2019-10-3. */
function valueOf(value: unknown): string {
  if (Array.isArray(value)) return (value as Person[]).map(nameOf).join(', ')
  if (value && typeof value === 'object') {
    const { 'date-parts': dates, raw, literal } = value as CslDate
    return dates?.map((parts) => parts.join('-')).join('/') ?? raw ?? literal ?? ''
  }
  return String(value)
}

function nameOf(person: Person): string {
  const { given, 'non-dropping-particle': particle, family, literal } = person
  return literal ?? [given, particle, family].filter(Boolean).join(' ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(literal).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** Words of the scan are no Markdown here. */
const literal = (text: string): string => text.replace(/[\\`*_<>[\]|#]/g, '\\$&')
