import { readFile } from 'node:fs/promises'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'
import { listFiles } from './service-worker/list-files.ts'
import { writeWorker } from './service-worker/write-worker.ts'

/**
 * `sw.js`: stores every page, font and index file on the reader's device. Must be the last step, since it lists
 * the hashes of all files; browsers reject a version whose pages were rewritten by the host.
 */
export const serviceWorker: SiteStep = async (site) => {
  const listed = await listFiles(site)
  const bytes = formatBytes(listed.reduce((sum, file) => sum + file.bytes, 0))
  const offline = site.page('offline/index.html')
  if (offline) fillPlaceholders(offline, 'dataStored', { files: String(listed.length), bytes })
  // Listed again, since filling in the values has changed one of the files.
  const files = await listFiles(site)
  const source = await readFile(new URL('./service-worker/worker.js', import.meta.url), 'utf8')
  await site.write('sw.js', writeWorker(source, site.address.pathname, files))
  return `${files.length} files, ${bytes}`
}
