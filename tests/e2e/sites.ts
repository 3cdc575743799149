/** The built sites that the browser tests visit; `build-sites.ts` makes them, workers learn of them by the environment. */

export interface BuiltSite {
  /** Address with the base path and a slash at its end. */
  url: string
  /** Base path. */
  base: string
  /** Absolute path of the output folder. */
  folder: string
  /** What the build said. */
  output: string
}

export interface Sites {
  /** Folder in which they were built: the code, the whole edition of the fixtures, the imported scan. */
  copy: string
  /** Slug of the imported scan, or null where there is none. */
  imported: string | null
  /** Below a sub-path. */
  public: BuiltSite
  course: BuiltSite
  local: BuiltSite
}

export type SiteName = 'public' | 'course' | 'local'

const variable = 'EDITION_SITES'

export function announce(sites: Sites): void {
  process.env[variable] = JSON.stringify(sites)
}

/** Sites that stand already may be visited again: EDITION_SITES keeps them from being built anew. */
export const areAnnounced = (): boolean => variable in process.env

export function builtSites(): Sites {
  const sites = process.env[variable]
  if (!sites) throw new Error('The sites are not built: run the tests with npm run test:browser.')
  return JSON.parse(sites) as Sites
}
