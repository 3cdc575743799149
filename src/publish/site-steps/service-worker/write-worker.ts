import { createHash } from 'node:crypto'
import { cachePrefix } from '../../../contract/storage-keys.ts'
import type { StoredFile } from './list-files.ts'

/**
 * The worker's code with the list of files: path, hash, and 1 if it is always stored, or the indexes of what a page
 * needs. `base`: path of the site, with a slash at both ends.
 */
export function writeWorker(source: string, base: string, files: readonly StoredFile[]): string {
  const at = new Map(files.map(({ path }, index) => [path, index]))
  const list = files.map(({ path, seal, needs }) => {
    if (needs === null) return [path, seal]
    return [path, seal, needs === 'always' ? 1 : needs.map((need) => at.get(need)!)]
  })
  const constants = { BASE: base, CACHES: cachePrefix(base), FILES: list }
  const data = Object.entries(constants)
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
    .join('')
  const version = createHash('sha256')
    .update(data + source)
    .digest('hex')
    .slice(0, 12)
  return `const VERSION = '${version}'\n${data}${source}`
}
