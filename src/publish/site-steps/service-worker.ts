import { readFile } from 'node:fs/promises'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'
import { listFiles, shortened, type StoredFile } from './service-worker/list-files.ts'
import { writeWorker } from './service-worker/write-worker.ts'

/**
 * `sw.js`: stores what is read on the reader's device, or every page, font and index file. Must be the last step, since
 * it lists the hashes of all files; browsers reject a version whose pages were rewritten by the host.
 */
export const serviceWorker: SiteStep = async (site) => {
  const listed = await listFiles(site)
  const sizes = sizesOf(listed)
  const offline = site.page('offline/index.html')
  if (offline) {
    fillPlaceholders(offline, 'data-stored', sizes)
    // Filling in the values has changed this file alone.
    const file = listed.find(({ path }) => path === 'offline/')!
    Object.assign(file, shortened(offline.seal))
  }
  const source = await readFile(new URL('./service-worker/worker.js', import.meta.url), 'utf8')
  await site.write('sw.js', writeWorker(source, site.address.pathname, listed))
  return `${listed.length} files, ${sizes.bytes}; ${sizes.core} of them always`
}

/** By paths of pages too: what each needs beyond what is always stored. */
function sizesOf(files: readonly StoredFile[]) {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const size = (some: readonly StoredFile[]) =>
    formatBytes(some.reduce((sum, { bytes }) => sum + bytes, 0))
  const pages = files.flatMap((file) => {
    if (file.needs === null || file.needs === 'always') return []
    const needs = file.needs.map((path) => byPath.get(path)!)
    return [[file.path, size([file, ...needs])] as const]
  })
  return {
    ...Object.fromEntries(pages),
    files: String(files.length),
    bytes: size(files),
    core: size(files.filter(({ needs }) => needs === 'always')),
  }
}
