/** Where the engine is, and which edition a command works on. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * The folder of the code, whose packages lie in `node_modules` or above it. Builds say it to their bundled code, which
 * lies elsewhere.
 */
export const engineFolder = process.env['EDITION_ENGINE'] ?? resolve(import.meta.dirname, '../..')

/** The folder in which the engine is installed as a package; null: it runs in the folder of its own code. */
export const installedIn =
  basename(dirname(engineFolder)) === 'node_modules' ? resolve(engineFolder, '../..') : null

/** What package.json of the engine says. */
export const enginePackage = () =>
  JSON.parse(readFileSync(join(engineFolder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    scripts: Record<string, string>
  }

const quiet = '--disable-warning=ExperimentalWarning'

/** Options of Node that say how to load the code, unremarked: a process begun by this one needs them below `node_modules`. */
export function loaderOptions(given: readonly string[] = process.execArgv): string[] {
  const at = given.indexOf('--import')
  if (at < 0) return []
  return [...given.filter((option) => option === quiet), ...given.slice(at, at + 2)]
}

/** The version of the engine. */
export const engineVersion = (): string => enginePackage().version

/** Says the fault of a command, of which a stack would tell nothing. */
export class Refused extends Error {
  override name = 'Refused'
}

export interface EnteredEdition {
  /** Of the edition: it has `content/`, `public/` and what is built. */
  folder: string
  /** In which the command was called; paths that are said to it begin there. */
  from: string
}

/**
 * Goes to the folder of the edition, in which all paths of a command begin: the one that EDITION names, else the one in
 * which the command runs. Throws `Refused` if there is no edition.
 */
export function enterEdition(env: NodeJS.ProcessEnv = process.env): EnteredEdition {
  const from = calledIn(env)
  const named = env['EDITION']?.trim()
  const folder = named ? resolve(from, named) : process.cwd()
  const said = named ? `EDITION is “${named}”, but ` : ''
  const remedy = `Name a folder with content/edition.yaml, as EDITION=../my-edition.`
  if (!existsSync(folder)) throw new Refused(`${said}there is no folder ${folder}. ${remedy}`)
  if (!statSync(folder).isDirectory()) throw new Refused(`${said}${folder} is a file. ${remedy}`)
  // What is imported into an empty folder is the first of an edition.
  if (named && !existsSync(join(folder, 'content')))
    throw new Refused(`${said}the folder ${folder} has no content/. ${remedy}`)
  process.chdir(folder)
  env['EDITION'] = folder
  return { folder, from }
}

/** The folder of the edition that was entered, for code that may run in another folder, or bundled. */
export const editionFolder = (): string => resolve(process.env['EDITION'] || '.')

/** npm runs scripts in the folder of their package.json, wherever it was called. */
export function calledIn(env: NodeJS.ProcessEnv = process.env): string {
  const { npm_package_json: script, INIT_CWD: called } = env
  return script && called && dirname(script) === process.cwd() ? called : process.cwd()
}

/** Runs a command; what it refuses is said without a stack. */
export async function runCommand(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Refused ? error.message : error)
    process.exitCode = 1
  }
}
