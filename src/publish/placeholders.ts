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
  const place = new RegExp(`(<[a-z]+\\b[^<>]*\\s${attribute}="([^"]*)"[^<>]*>)([^<]*)`, 'g')
  const fill = (whole: string, tag: string, name: string) =>
    Object.hasOwn(values, name) ? tag + values[name]! : whole
  page.rewrite((html) => (html.includes(attribute) ? html.replace(place, fill) : html))
}
