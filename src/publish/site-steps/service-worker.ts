import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillPlaceholders, formatBytes } from '../page-steps/placeholders.ts'
import { listFiles } from './service-worker/list-files.ts'
import { writeWorker } from './service-worker/write-worker.ts'
import type { Step } from '../site.ts'

const page = 'offline/index.html'

/**
 * `sw.js`: stores every page, font and index file on the reader's device. The last step, for it lists the bytes of
 * every file as they are served; a host that rewrites pages makes readers' browsers refuse the version.
 */
export const serviceWorker: Step = async ({ folder, address }) => {
  const listed = await listFiles(folder)
  const bytes = formatBytes(listed.reduce((sum, file) => sum + file.bytes, 0))
  await sayWhatIsStored(folder, { files: String(listed.length), bytes })
  // Filling the figures in has changed one of the files.
  const files = await listFiles(folder)
  const source = await readFile(new URL('./service-worker/worker.js', import.meta.url), 'utf8')
  await writeFile(join(folder, 'sw.js'), writeWorker(source, address.pathname, files))
  return `${files.length} files, ${bytes}`
}

async function sayWhatIsStored(folder: string, figures: Record<string, string>) {
  const path = join(folder, page)
  const html = await readFile(path, 'utf8')
  await writeFile(path, fillPlaceholders(html, 'data-stored', figures))
}
