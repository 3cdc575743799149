import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'
import { browserFloor } from '../../../src/publish/browser-floor.ts'

/** Names of package.json’s browsers in the compatibility data. */
const names: Record<string, 'chrome' | 'edge' | 'firefox' | 'safari' | 'safari_ios'> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
}

/** What the data say of a feature, by its path: `css.properties.hyphens`. */
export function entryOf(path: string): Identifier | undefined {
  let at: unknown = bcd
  for (const part of path.split('.')) {
    if (!Object.hasOwn(at as object, part)) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return at as Identifier
}

export const isKnown = (path: string): boolean => entryOf(path)?.__compat !== undefined

/** Browsers, without any named those of the floor, that lack a feature; `prefixed`: with a prefix it is used as well. */
export function lacking(path: string, prefixed = false, browsers = browserFloor): string[] {
  const support = entryOf(path)?.__compat?.support
  if (!support) return []
  return Object.entries(browsers)
    .filter(([browser, floor]) => {
      const given = [support[names[browser]!] ?? []].flat()
      return !given.some((one) => isWhole(one, prefixed) && isFrom(one, floor))
    })
    .map(([browser]) => browser)
}

const isWhole = (given: SimpleSupportStatement, prefixed: boolean) =>
  !given.alternative_name &&
  !given.flags &&
  !given.partial_implementation &&
  (!given.prefix || prefixed)

function isFrom(given: SimpleSupportStatement, floor: string): boolean {
  const { version_added: added, version_removed: removed } = given
  if (typeof added !== 'string' || removed) return false
  return added.startsWith('≤') || order(added) <= order(floor)
}

const order = (version: string): number => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}
