const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join('')
const german = 'ÄÖÜäöüßẞ'
const french = 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ'
const polishAndCroatian = 'ĄĆČĐĘŁŃÓŚŠŹŻŽąćčđęłńóśšźżž'
const quotesAndDashes = '«»‹›„“”‚‘’‐‑–—…'
const marks = '·•×−°′″§†‡©€↑→←↓↗'
const superiorsAndFraction = '⁰¹²³⁴⁵⁶⁷⁸⁹⁄'
const spaces = '\u00a0\u00ad\u2009\u202f'

/** The characters of an ordinary page. */
export const basic = [
  ascii,
  german,
  french,
  polishAndCroatian,
  quotesAndDashes,
  marks,
  superiorsAndFraction,
  spaces,
].join('')

const latin1AndExtendedA = Array.from({ length: 0x180 - 0xa1 }, (_, i) =>
  String.fromCodePoint(0xa1 + i),
).join('')

/** Other European Latin letters, which occur in names. Disjoint from `basic`. */
export const extended = [...(latin1AndExtendedA + 'ȘșȚțǍǎǦǧ' + '≈≠≤≥∞™')]
  .filter((character) => !basic.includes(character))
  .join('')

/** Characters of names and words in small capitals. */
export const capitals = [...(basic + extended)]
  .filter((character) => /[\p{L}0-9 .,:;&()/'’‑–-]/u.test(character))
  .join('')

/** The value of the CSS descriptor `unicode-range`. */
export function unicodeRange(characters: string): string {
  const points = [...new Set(characters)].map((c) => c.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const runs: [first: number, last: number][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && run[1] === point - 1) run[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',')
}
