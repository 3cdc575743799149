import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A file that is stored on the reader's device. */
export interface StoredFile {
  /** Below the base path, as it is asked for: `glossar/` for `glossar/index.html`. */
  path: string
  /** As in an `integrity` attribute. */
  integrity: string
  bytes: number
}

/** Every file of the site that reading needs, by path. */
export async function listFiles(folder: string): Promise<StoredFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(isForReading)
    .sort()
  return Promise.all(names.map((name) => describe(folder, name)))
}

/** Downloads are linked, not stored: they hold once more what the pages hold. Cards are for other sites. */
export function isForReading(name: string): boolean {
  if (/^(?:sw\.js|robots\.txt|sitemap\.xml)$/.test(name)) return false
  if (
    /(?:^|\/)karte\.png$|\.(?:zip|epub|pdf|map|bib|ris)$|(?:^|\/)literatur\.json$|\.csl\.json$/.test(
      name,
    )
  )
    return false
  const singleFile = /^[^/]+\.html$/.test(name) && name !== 'index.html' && name !== '404.html'
  return !singleFile
}

async function describe(folder: string, name: string): Promise<StoredFile> {
  const content = await readFile(join(folder, name))
  return {
    path: encodeURI(name.replace(/(^|\/)index\.html$/, '$1')),
    integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
    bytes: content.length,
  }
}
