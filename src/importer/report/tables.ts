/** Tables of the report: what was read in notes. */
import type { CslDate, Person, Work } from '../imported-text.ts'
import type { Resolution } from '../apparatus/references/resolve.ts'
import { shortNameOf } from './places.ts'

const kinds: Record<string, string> = {
  full: 'voll',
  short: 'Kurztitel',
  ibid: 'ebd.',
  idem: 'ders./dies.',
  given: 'aus der Quelle',
  date: 'Name und Jahr',
}

export function referenceTable({ references }: Resolution): string {
  return table(
    ['Anm.', 'Ort', 'Art', 'Werk', 'Wörter'],
    references.map(({ note, at, kind, key, words }) => [
      note ?? 'Text',
      shortNameOf(at),
      kinds[kind] ?? kind,
      key,
      words.length > 70 ? `${words.slice(0, 70)} …` : words,
    ]),
  )
}

/** All fields of the works read from the notes, to be compared with the source. */
export function workTable({ works }: Resolution): string {
  return table(
    ['Werk', 'zuerst', 'Herkunft', 'gelesen als'],
    works.map(({ work, note, isNew }) => [
      work.id,
      note === null ? 'in der Quelle' : `Anm. ${note}`,
      isNew ? 'neu, neben dem Text' : 'Bibliografie',
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
  if (rows.length === 0) return ''
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** Escapes Markdown in words of the source. What a sentence gives between backticks can be copied as it stands. */
export const literal = (text: string): string =>
  text.replace(/„[^“]*“|`[^`\n]+`|[\\`*_<>[\]|#]/g, (found) =>
    /^`.+`$/.test(found) ? found : escaped(found),
  )

const escaped = (words: string): string => words.replace(/[\\`*_<>[\]|#]/g, '\\$&')
