import { readFileSync } from 'node:fs'

const { browserslist } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { browserslist: string[] }

/** The oldest browsers that run the scripts, by `browserslist` in package.json: browser → version. */
export const browserFloor: Readonly<Record<string, string>> = Object.fromEntries(
  browserslist.map((line) => line.split(' >= ') as [string, string]),
)

/** The same as targets of Vite, for scripts and styles. */
export const buildTargets: string[] = Object.entries(browserFloor).map(
  ([browser, version]) => (browser === 'ios_saf' ? 'ios' : browser) + version,
)
