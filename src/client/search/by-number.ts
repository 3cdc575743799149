import { pageId, paragraphId } from '../../contract/ids.ts'
import type { LexiconRecord, RecordKind } from '../../contract/lexicon.ts'
import { parseLocator, type TypedLocator } from '../go-to/parse-locator.ts'

/** A place of a text that a query names by its number. */
export interface Numbered {
  kind: RecordKind
  /** „Seite 104“. */
  name: string
  /** Slug. */
  text: string
  url: string
}

/** „S. 104“, „Abs. 14“, „Anm. 31“ and nothing else → that place of every text that has it. */
export function placesByNumber(typed: string, records: Iterable<LexiconRecord>): Numbered[] {
  const [named, ...others] = typed.split(',').map(wholly)
  if (!named || others.includes(null)) return []
  const texts = Map.groupBy(records, ({ text }) => text)
  texts.delete('')
  return [...texts.values()].flatMap((own) => find(named, own) ?? [])
}

/** Null where words are left over, or no kind is named: a bare number may be any. */
function wholly(words: string): TypedLocator | null {
  const named = parseLocator(words)
  return named?.kind && /^\.?$/.test(named.rest) ? named : null
}

function find(named: TypedLocator, own: readonly LexiconRecord[]): Numbered | undefined {
  const labels = [named.label, named.label.replace(/f$/, '')]
  for (const label of labels) {
    if (named.kind === 'page') {
      const page = pageOf(label, own)
      if (page) return page
    }
    const found = own.find(
      ({ kind, note, paragraph }) =>
        kind === named.kind && (kind === 'note' ? note : paragraph) === label,
    )
    const name = named.kind === 'note' ? 'Anmerkung' : 'Absatz'
    if (found) return { ...pick(found), name: `${name} ${label}` }
  }
  return undefined
}

const pick = ({ kind, text, url }: LexiconRecord) => ({ kind, text, url })

/** A page that begins within a paragraph is named by no record, only by the pages around it. */
function pageOf(label: string, own: readonly LexiconRecord[]): Numbered | undefined {
  const pages = own.map(({ page }) => page).filter(Boolean)
  const around = pages.map(Number).filter((page) => page > 0)
  const within =
    /^\d+$/.test(label) &&
    around.some((page) => page < Number(label)) &&
    around.some((page) => page > Number(label))
  const first = own.find(({ kind, paragraph }) => kind === 'paragraph' && paragraph)
  if (!first || !(pages.includes(label) || within)) return undefined
  const url = first.url.slice(0, -paragraphId(first.paragraph).length) + pageId(label)
  return { ...pick(first), url, name: `Seite ${label}` }
}
