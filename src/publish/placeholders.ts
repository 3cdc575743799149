import type { Page } from './page.ts'

const units = [
  [1e6, 'megabyte', 1],
  [1e3, 'kilobyte', 0],
  [1, 'byte', 0],
] as const

/** `2,7 MB`, `412 kB`, with 1 kB = 1000 bytes. */
export function formatBytes(bytes: number): string {
  const [size, unit, digits] = units.find(([least]) => bytes >= least) ?? units[2]
  return new Intl.NumberFormat('de-DE', {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
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
  page.rewrite((html) =>
    html.replace(place, (whole, tag: string, name: string) =>
      Object.hasOwn(values, name) ? tag + values[name]! : whole,
    ),
  )
}
