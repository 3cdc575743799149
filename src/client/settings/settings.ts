import { defaults, isInAddress, keys, valuesOf, type Key, type Settings } from './schema.ts'

/** Reads stored settings; leaves out unknown keys and values. */
export function parseStored(json: string | null): Partial<Settings> {
  try {
    const data: unknown = JSON.parse(json ?? '{}')
    if (typeof data !== 'object' || data === null) return {}
    return known(keys, (key) => (data as Record<string, unknown>)[key])
  } catch {
    return {}
  }
}

/** Reads the settings that an address may set (`?glossen=alle`). */
export function parseAddress(search: string): Partial<Settings> {
  const parameters = new URLSearchParams(search)
  return known(keys.filter(isInAddress), (key) => parameters.get(key))
}

/** The settings in effect: the address overrides the stored settings, these override the defaults. */
export const merge = (stored: Partial<Settings>, address: Partial<Settings>): Settings => ({
  ...defaults,
  ...stored,
  ...address,
})

/** JSON of the settings that differ from their defaults; null if none do. */
export function serialise(settings: Partial<Settings>): string | null {
  const changed = keys.filter((key) => settings[key] && settings[key] !== defaults[key])
  if (changed.length === 0) return null
  return JSON.stringify(Object.fromEntries(changed.map((key) => [key, settings[key]])))
}

/** An address that opens the page with this view. `hash` is a fragment or empty. */
export function addressOfView(href: string, settings: Settings, hash = ''): string {
  const url = new URL(href)
  for (const key of keys.filter(isInAddress)) url.searchParams.set(key, settings[key])
  url.hash = hash
  return url.href
}

/** The address without the parameters of these settings. */
export function addressWithout(href: string, dropped: readonly Key[]): string {
  const url = new URL(href)
  for (const key of dropped) url.searchParams.delete(key)
  return url.href
}

/** The next value; the first after the last. */
export function next<K extends Key>(key: K, value: Settings[K]): Settings[K] {
  const values = valuesOf(key)
  return values[(values.indexOf(value) + 1) % values.length] as Settings[K]
}

/** Table for before-paint.js: key → values, separated by spaces, default first; with `?` if they may be in the address. */
export const tableForFirstPaint = (): Record<string, string> =>
  Object.fromEntries(
    keys.map((key) => [key, (isInAddress(key) ? '?' : '') + valuesOf(key).join(' ')]),
  )

function known(among: readonly Key[], read: (key: Key) => unknown): Partial<Settings> {
  const found = among
    .map((key) => [key, read(key)] as const)
    .filter(([key, value]) => typeof value === 'string' && valuesOf(key).includes(value))
  return Object.fromEntries(found)
}
