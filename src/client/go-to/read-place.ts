export type Kind = 'paragraph' | 'page' | 'note' | 'section'

/** A place as somebody has written it. */
export interface Named {
  /** Null where a number stands alone. */
  kind: Kind | null
  /** In lower case; „14f“ may be a paragraph of that name or 14 and the one behind it. */
  label: string
  /** Where it ends, of „14–16“. */
  to: string | undefined
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

/** „14“, „Abs. 14 ff.“, „Absätze 14–16“, „S. 104“, „Anm. 31“, „§ 3“ at the beginning of the words; null: nothing such. */
export function readPlace(words: string): Named | null {
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

/** What stands behind „Absatz“, „S.“, „§“, and which of them it was. */
export function withoutPrefix(words: string): { kind: Kind | null; rest: string } {
  for (const [prefix, kind] of prefixes)
    if (prefix.test(words)) return { kind, rest: words.replace(prefix, '') }
  return { kind: null, rest: words }
}
