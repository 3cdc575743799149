/** package.json of an edition, with which npm knows the engine and `npm run check` is the engine's command. */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { commandsOf } from '../command/commands.js'
import { engineFolder, enginePackage, installedIn, Refused } from '../workspace/index.ts'
import type { Files } from './edition-files.ts'

interface PackageFile {
  private?: boolean
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  allowScripts?: Record<string, unknown>
}

/** Empty: the engine is not installed as a package, or nothing is missing. */
export function packageFiles(folder: string): Files {
  if (installedIn === null) return {}
  const path = join(folder, 'package.json')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null
  const { name, version, scripts } = enginePackage()
  const { dependencies, devDependencies } = read(join(installedIn, 'package.json')) ?? {}
  const said = (dependencies?.[name] ?? devDependencies?.[name]) || version
  const after = withEngine(read(path), {
    name,
    wanted: rebased(said, installedIn, folder),
    commands: [...commandsOf(engineFolder, scripts).keys()],
  })
  const written = `${JSON.stringify(after, null, 2)}\n`
  return before !== null && JSON.stringify(JSON.parse(before)) === JSON.stringify(after)
    ? {}
    : { 'package.json': written }
}

/** What is there stays as it is. */
export function withEngine(
  present: PackageFile | null,
  { name, wanted, commands }: { name: string; wanted: string; commands: readonly string[] },
): PackageFile {
  const isKnown = present?.dependencies?.[name] ?? present?.devDependencies?.[name]
  return {
    ...(present ?? { private: true }),
    scripts: {
      ...Object.fromEntries(commands.map((command) => [command, `${name} ${command}`])),
      ...present?.scripts,
    },
    ...(!isKnown && { dependencies: { ...present?.dependencies, [name]: wanted } }),
    // The package “node” brings a Node that is new enough; esbuild does without its script.
    allowScripts: { node: true, esbuild: false, ...present?.allowScripts },
  }
}

/** `file:../engine.tgz`, as it is called from another folder. */
export function rebased(wanted: string, from: string, to: string): string {
  if (!wanted.startsWith('file:')) return wanted
  const path = relative(to, resolve(from, wanted.slice('file:'.length))).replaceAll('\\', '/')
  return `file:${path}`
}

function read(path: string): PackageFile | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PackageFile
  } catch (error) {
    throw new Refused(`${path} cannot be read: ${(error as Error).message}`)
  }
}
