import { byProperty, findAll } from './hast.ts'
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
 * Fills in values known only for the finished site, in elements such as `<span data-size-of="name">…</span>`.
 * Elements whose name has no value keep their text.
 * @param property name of the attribute in hast: `dataSizeOf`
 */
export function fillPlaceholders(
  page: Page,
  property: string,
  values: Readonly<Record<string, string>>,
): void {
  for (const place of findAll(page.tree, byProperty(property))) {
    const name = String(place.properties[property])
    if (Object.hasOwn(values, name)) page.replaceText(place, values[name]!)
  }
}
