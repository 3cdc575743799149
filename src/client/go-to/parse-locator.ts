import type { LocatorKind } from '../../contract/locator.ts'

export type Kind = LocatorKind | 'section'

/** A locator as a reader typed it. */
export interface TypedLocator {
  /** Null for a number alone. */
  kind: Kind | null
  /** In lower case; „14f“ may be paragraph 14f, or 14 and the following one. */
  label: string
  /** End of a range such as „14–16“. */
  to: string | undefined
  /** What follows the locator. */
  rest: string
}

const prefixes: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:absätze|absatz|abs\.?)\s*/iu, 'paragraph'],
  [/^(?:seiten?|(?:ss?|pp?)(?:\.|(?=[\s\d])))\s*/iu, 'page'],
  [/^(?:anmerkung(?:en)?|anm\.?|fu(?:ß|ss)noten?|fn\.?)\s*/iu, 'note'],
  [/^(?:abschnitte?|kapitel|kap\.?|§§?)\s*/iu, 'section'],
]
const label = String.raw`(\d+(?:[a-z](?!\p{L}))?|[ivxlc]+|\*)`
const following = String.raw`(?:\s?ff?\.?)?(?![\p{L}\d])`
const number = new RegExp(`^${label}${following}`, 'iu')
const end = new RegExp(String.raw`^\s?(?:[-–—‑‐]|bis)\s?${label}${following}`, 'iu')

export const tidy = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** Reads „14“, „Abs. 14 ff.“, „Absätze 14–16“, „S. 104“, „Anm. 31“, „§ 3“ at the start of the words; null if none. */
export function parseLocator(words: string): TypedLocator | null {
  const { kind, rest } = withoutPrefix(tidy(words))
  const [named, first] = number.exec(rest) ?? []
  if (!named || !first || (!kind && !/^\d/.test(first))) return null
  const behind = rest.slice(named.length)
  const [range = '', last] = end.exec(behind) ?? []
  return {
    kind,
    label: first.toLowerCase(),
    to: last?.toLowerCase(),
    rest: behind.slice(range.length),
  }
}

/** Takes off „Absatz“, „S.“, „§“ and the like and says which kind they stand for. */
export function withoutPrefix(words: string): { kind: Kind | null; rest: string } {
  for (const [prefix, kind] of prefixes)
    if (prefix.test(words)) return { kind, rest: words.replace(prefix, '') }
  return { kind: null, rest: words }
}
