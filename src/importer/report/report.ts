import type { CslDate, ImportedText, Person, Remark, Topic, Work } from '../imported-text.ts'
import { comparePositions, type ImportPosition } from '../import-position.ts'
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
  given: 'aus der Quelle',
}

export interface Imported {
  text: ImportedText
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

export function countsOf({ text, resolution, remarks }: Imported): Counts {
  const count = (sought: string) => text.blocks.filter(({ kind }) => kind === sought).length
  return {
    paragraphs: count('paragraph'),
    quotes: count('quote'),
    headings: count('heading'),
    notes: text.notes.length,
    works: resolution.works.length,
    references: resolution.references.length,
    questions: remarks.filter(({ question }) => question).length,
  }
}

/** Report for the editor: the importer's decisions and questions, with their positions in the source. */
export function writeReport(imported: Imported): string {
  const { text, remarks } = imported
  const counts = countsOf(imported)
  const asked = remarks.filter(({ question }) => question)
  const decided = remarks.filter(({ question }) => !question)
  return [
    `# Importbericht: ${text.head.title}`,
    `Scan: \`${text.file.replace(/^.*[\\/]/, '')}\`. Zeilen sind Zeilen des Scans.`,
    [
      `- ${number(counts.paragraphs, 'Absatz', 'Absätze')}, ${number(counts.quotes, 'Blockzitat', 'Blockzitate')}, ${number(counts.headings, 'Überschrift', 'Überschriften')}`,
      `- ${number(counts.notes, 'Anmerkung', 'Anmerkungen')} mit ${number(counts.references, 'Verweis', 'Verweisen')} auf ${number(counts.works, 'Werk', 'Werke')}`,
      `- ${number(counts.questions, 'Frage', 'Fragen')}`,
    ].join('\n'),
    '## Fragen',
    asked.length ? 'Hier war der Import nicht sicher. Bitte im Text nachsehen.' : 'Keine.',
    ...byTopic(asked, mostDoubtful, longestList),
    '## Entscheidungen',
    ...byTopic(decided, Object.keys(topics) as Topic[], Infinity),
    '## Verweise und Werke',
    referenceTable(imported),
    workTable(imported),
  ].join('\n\n')
}

const number = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`

/** Questions of a kind that fit on a screen. */
const longestList = 25

/** Kinds of questions: first those about words that may be lost or at the wrong place. */
const mostDoubtful = [...new Set<Topic>(['dropped', 'notes', ...(Object.keys(topics) as Topic[])])]

/** Groups remarks by topic and merges those with the same text; of more than `most` only the number is given. */
function byTopic(remarks: readonly Remark[], order: readonly Topic[], most: number): string[] {
  return order.flatMap((topic) => {
    const own = remarks.filter((remark) => remark.topic === topic)
    const sorted = own.toSorted((a, b) => comparePositions(a.at, b.at))
    const sentences = [...Map.groupBy(sorted, ({ text }) => text)].map(
      ([text, same]) => `- ${namesOf(same.map(({ at }) => at))}: ${literal(text)}`,
    )
    const rest = sentences.length - most
    const shown =
      rest > 0
        ? [
            ...sentences.slice(0, most),
            `- … und ${number(rest, 'weitere Frage', 'weitere Fragen')} dieser Art.`,
          ]
        : sentences
    return shown.length ? [`### ${topics[topic]}`, shown.join('\n')] : []
  })
}

/** Places in words, such as „Zeilen 3, 7“, „S. 2, Zeile 5“ or „Absatz 12 von word/footnotes.xml“. */
function namesOf(positions: readonly ImportPosition[]): string {
  return [...Map.groupBy(positions, groupOf)]
    .map(([group, same]) => {
      const numbers = [...new Set(same.map(numberOf))]
      const [one, several] =
        same[0]!.kind === 'paragraph' ? ['Absatz', 'Absätze'] : ['Zeile', 'Zeilen']
      const named = `${numbers.length > 1 ? several : one} ${numbers.join(', ')}`
      return same[0]!.kind === 'paragraph' && group
        ? `${named} von ${group}`
        : [group, named].filter(Boolean).join(', ')
    })
    .join('; ')
}

function groupOf(position: ImportPosition): string {
  if (position.kind === 'paragraph') return position.part ?? ''
  return position.kind === 'page' ? `S. ${position.page}` : ''
}

const numberOf = (position: ImportPosition): number =>
  position.kind === 'paragraph' ? position.paragraph : position.line

function referenceTable({ resolution }: Imported): string {
  return table(
    ['Anm.', 'Zeile', 'Art', 'Werk', 'Wörter'],
    resolution.references.map(({ note, at, kind, key, words }) => [
      note ?? 'Text',
      shortNameOf(at),
      kinds[kind] ?? kind,
      key,
      words.length > 70 ? `${words.slice(0, 70)} …` : words,
    ]),
  )
}

/** A position in a column headed „Zeile“. */
const shortNameOf = (position: ImportPosition): string =>
  position.kind === 'line' ? String(position.line) : namesOf([position])

/** All fields of the works read from the notes, to be compared with the scan. */
function workTable({ resolution }: Imported): string {
  return table(
    ['Werk', 'zuerst', 'Herkunft', 'gelesen als'],
    resolution.works.map(({ work, note, isNew }) => [
      work.id,
      note === null ? 'in der Quelle' : `Anm. ${note}`,
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

/** Escapes Markdown in words of the source. */
const literal = (text: string): string => text.replace(/[\\`*_<>[\]|#]/g, '\\$&')
