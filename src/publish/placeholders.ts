import type { Page } from './page.ts'

const units = [
  [1e6, 'megabyte', 2],
  [1e3, 'kilobyte', 2],
  [1, 'byte', 3],
] as const

/** `2,7 MB`, `410 kB`, with 1 kB = 1000 bytes. Two digits, so that pages stay as they are when a file grows a little. */
export function formatBytes(bytes: number): string {
  const [size, unit, digits] = units.find(([least]) => bytes >= least) ?? units[2]
  return new Intl.NumberFormat('de-DE', {
    style: 'unit',
    unit,
    maximumSignificantDigits: digits,
  })
    .format(bytes / size)
    .replace(' ', '\u00a0')
}

/**
 * Fills in values known only for the finished site, in elements such as `<span data-size-of="name">…</span>` that
 * contain only text. Those whose name has no value keep their text. No value may need escaping.
 */
export function fillPlaceholders(
  page: Page,
  attribute: string,
  values: Readonly<Record<string, string>>,
): void {
  page.rewrite((html) => {
    const written: string[] = []
    let from = 0
    for (const [start, end, value] of placesIn(html, attribute, values)) {
      written.push(html.slice(from, start), value)
      from = end
    }
    return from === 0 ? html : written.join('') + html.slice(from)
  })
}

type Place = [start: number, end: number, value: string]

/** Where values are to stand. Without a pattern over the whole page, which is long. */
function* placesIn(
  html: string,
  attribute: string,
  values: Readonly<Record<string, string>>,
): Generator<Place> {
  const before = ` ${attribute}="`
  for (let at = html.indexOf(before); at >= 0; at = html.indexOf(before, at + 1)) {
    // Words of the text may read like this.
    if (html.lastIndexOf('<', at) < html.lastIndexOf('>', at)) continue
    const start = at + before.length
    const name = html.slice(start, html.indexOf('"', start))
    const inside = html.indexOf('>', start) + 1
    if (Object.hasOwn(values, name)) yield [inside, html.indexOf('<', inside), values[name]!]
  }
}
