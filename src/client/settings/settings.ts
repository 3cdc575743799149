import { defaults, isInAddress, keys, valuesOf, type Key, type Settings } from './schema.ts'

/** Settings from what was kept on the device; whatever is not known is left out. */
export function parseStored(json: string | null): Partial<Settings> {
  try {
    const data: unknown = JSON.parse(json ?? '{}')
    if (typeof data !== 'object' || data === null) return {}
    return known(keys, (key) => (data as Record<string, unknown>)[key])
  } catch {
    return {}
  }
}

/** Settings from an address (`?glossen=alle`): those that make a view, not those that suit a reader’s eyes. */
export function parseAddress(search: string): Partial<Settings> {
  const parameters = new URLSearchParams(search)
  return known(keys.filter(isInAddress), (key) => parameters.get(key))
}

/** What holds: the address before the device, the device before the default. */
export const merge = (stored: Partial<Settings>, address: Partial<Settings>): Settings => ({
  ...defaults,
  ...stored,
  ...address,
})

/** What is kept on the device: only what differs from the default; null where nothing does. */
export function serialise(settings: Partial<Settings>): string | null {
  const changed = keys.filter((key) => settings[key] && settings[key] !== defaults[key])
  if (changed.length === 0) return null
  return JSON.stringify(Object.fromEntries(changed.map((key) => [key, settings[key]])))
}

/** The address that fixes this view for whoever opens it; `place` is a fragment or empty. */
export function addressOfView(href: string, settings: Settings, place = ''): string {
  const url = new URL(href)
  for (const key of keys.filter(isInAddress)) url.searchParams.set(key, settings[key])
  url.hash = place
  return url.href
}

/** The address without its word on these settings. */
export function addressWithout(href: string, dropped: readonly Key[]): string {
  const url = new URL(href)
  for (const key of dropped) url.searchParams.delete(key)
  return url.href
}

/** The value after this one, in a circle. */
export function next<K extends Key>(key: K, value: Settings[K]): Settings[K] {
  const values = valuesOf(key)
  return values[(values.indexOf(value) + 1) % values.length] as Settings[K]
}

/** What `before-paint.js` needs to know: values by key, the default first, `?` before those of the address. */
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
