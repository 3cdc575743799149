/**
 * The keys by which texts cite works. What editors write by hand is a key already; reference managers give addresses, or
 * keys with capitals: of these a key is made that stays the same as long as the work does.
 */
import { slugOf } from '../contract/folding.ts'
import { isKey } from './is-key.ts'
import { fullName, withParticles, type Name } from './csl.ts'

type Named = Pick<Name, 'family' | 'given' | 'literal' | 'non-dropping-particle'>

interface Keyed {
  id: string
  title?: string | undefined
  author?: readonly Named[] | undefined
  editor?: readonly Named[] | undefined
  issued?: { 'date-parts'?: readonly (readonly (number | string)[])[] | undefined } | undefined
  note?: string | undefined
  [field: string]: unknown
}

/** A key as it is written in a text: `MuellerZeit2019` and `mueller_zeit_2019` may stand there as in Zotero. */
export const keyFromWords = (written: string): string =>
  isKey(written) ? written : slugOf(written)

/**
 * Id → key, of works whose ids are no keys. `kept`: those given before. Two of one author and year get letters, in the
 * order of their titles; a letter once kept is given to no other work.
 */
export function keysOf(
  works: readonly Keyed[],
  kept: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const ids = new Set(works.map(({ id }) => id))
  const keys = new Map(Object.entries(kept).filter(([id]) => ids.has(id) && !isKey(id)))
  const taken = new Set([...[...ids].filter(isKey), ...Object.values(kept)])
  const waiting = [...new Map(works.map((work) => [work.id, work])).values()].filter(
    ({ id }) => !isKey(id) && !keys.has(id),
  )
  for (const [base, group] of Map.groupBy(waiting, baseOf)) {
    if (group.length === 1 && !taken.has(base)) {
      keys.set(group[0]!.id, base)
      taken.add(base)
      continue
    }
    // The work that has the bare key is the first.
    let letter = taken.has(base) ? 1 : 0
    for (const { id } of [...group].sort(byTitle)) {
      while (taken.has(base + lettersAt(letter))) letter += 1
      keys.set(id, base + lettersAt(letter))
      taken.add(base + lettersAt(letter))
    }
  }
  return keys
}

const byTitle = (a: Keyed, b: Keyed): number =>
  dateOf(a).localeCompare(dateOf(b)) ||
  (a.title ?? '').localeCompare(b.title ?? '', 'de') ||
  (a.id < b.id ? -1 : 1)

const dateOf = ({ issued }: Keyed): string =>
  (issued?.['date-parts']?.[0] ?? []).map((part) => String(part).padStart(4, '0')).join('-')

/** 0 → a, 26 → aa. */
const lettersAt = (index: number): string =>
  (index >= 26 ? lettersAt(Math.floor(index / 26) - 1) : '') +
  'abcdefghijklmnopqrstuvwxyz'[index % 26]!

/** The key that the editor has given in the reference manager, else name and year. */
const baseOf = (work: Keyed): string => slugOf(givenKey(work) ?? '') || nameAndYear(work)

/** As Better BibTeX writes it: a field, a line of „Extra“, or the id itself. */
function givenKey({ id, note, ...work }: Keyed): string | undefined {
  const field = work['citation-key']
  if (typeof field === 'string' && field) return field
  const [, line] = /^citation key:\s*(\S+)/im.exec(note ?? '') ?? []
  if (line) return line
  return /^[\p{L}\p{N}][\p{L}\p{N}_:.+-]*$/u.test(id) && /\p{L}/u.test(id) ? id : undefined
}

function nameAndYear(work: Keyed): string {
  const [first] = work.author ?? work.editor ?? []
  const { family, literal } = first ? withParticles(first) : {}
  const words = slugOf(work.title ?? '').split('-')
  const name =
    slugOf(family ?? literal ?? (first ? fullName(first) : '')) ||
    words.find((word) => word.length > 3) ||
    words[0] ||
    'werk'
  const [year] = work.issued?.['date-parts']?.[0] ?? []
  return [name, year === undefined ? 'o-j' : slugOf(String(year))].filter(Boolean).join('-')
}
