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
 * Writes what only the finished site knows into `<span attribute="name">…</span>`.
 * A name without a value keeps the words it has.
 */
export function fillPlaceholders(
  html: string,
  attribute: string,
  values: Readonly<Record<string, string>>,
): string {
  const place = new RegExp(`(<span\\b[^>]*\\s${attribute}="([^"]*)"[^>]*>)[^<]*(?=</span>)`, 'g')
  return html.replace(place, (whole, open: string, name: string) =>
    Object.hasOwn(values, name) ? open + values[name] : whole,
  )
}
