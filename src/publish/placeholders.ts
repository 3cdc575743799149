import { byProperty, findAll } from './hast.ts'
import type { Page } from './page.ts'

const units = [
  [1e6, 'megabyte', 1],
  [1e3, 'kilobyte', 0],
  [1, 'byte', 0],
] as const

/** `2,7 MB`, `412 kB`: as a reader of German sees sizes; thousands, not 1024s. */
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
 * Writes what only the finished site knows into elements with an attribute, as `<span data-size-of="name">…</span>`.
 * A name without a value keeps the words it has.
 * @param property the attribute as hast spells it: `dataSizeOf`
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
