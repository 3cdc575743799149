/** The built sites for the browser tests: made by `build-sites.ts`, passed to workers by the environment. */

export interface BuiltSite {
  /** Address with the base path and a slash at its end. */
  url: string
  /** Base path. */
  base: string
  /** Absolute path of the output folder. */
  folder: string
  /** Output of the build. */
  output: string
}

export interface Sites {
  /** Folder of the build, with the code, the whole fixture edition and the imported scan. */
  copy: string
  /** Slug of the imported scan, or null if there is none. */
  imported: string | null
  /** The public site below a base path. */
  public: BuiltSite
  course: BuiltSite
  local: BuiltSite
}

export type SiteName = 'public' | 'course' | 'local'

const variable = 'EDITION_SITES'

export function announce(sites: Sites): void {
  process.env[variable] = JSON.stringify(sites)
}

/** EDITION_SITES: sites that exist already and need not be built. */
export const areAnnounced = (): boolean => variable in process.env

export function builtSites(): Sites {
  const sites = process.env[variable]
  if (!sites) throw new Error('The sites are not built: run the tests with npm run test:browser.')
  return JSON.parse(sites) as Sites
}
