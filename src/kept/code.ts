import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { engineFolder, installedIn } from '../workspace/index.ts'

const made = new Map<string, string>()

/**
 * Hash of the code below `src` that these patterns name, of all packages as they are installed, and of what else the
 * machine puts into a result. Two computers may compress otherwise.
 * @param root folder of the engine
 */
export function hashOfCode(patterns = '**', root = engineFolder): string {
  const name = `${root} ${patterns}`
  const known = made.get(name) ?? readHash(patterns, root)
  made.set(name, known)
  return known
}

function readHash(patterns: string, root: string): string {
  const hash = createHash('sha256')
  const source = resolve(root, 'src')
  const files = globSync(patterns, { cwd: source, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort()
  for (const path of files) hash.update(path.slice(source.length)).update(readFileSync(path))
  // npm writes it at each installation: the versions of all packages, also of those that others need.
  const installed = resolve(installedIn ?? root, 'node_modules/.package-lock.json')
  const settings = ['astro.config.mjs', 'package.json', 'tsconfig.json']
  for (const path of [...settings.map((name) => resolve(root, name)), installed])
    hash.update(basename(path)).update(existsSync(path) ? readFileSync(path) : '')
  hash.update(JSON.stringify([process.version, process.platform, process.arch]))
  return hash.digest('hex')
}
