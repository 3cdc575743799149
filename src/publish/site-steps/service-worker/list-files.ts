import { createHash } from 'node:crypto'
import type { Site } from '../../site.ts'

/** A file that is stored on the reader's device. */
export interface StoredFile {
  /** Path in its address, relative to the base path: `glossar/` for `glossar/index.html`. */
  path: string
  /** Value of an `integrity` attribute. */
  integrity: string
  bytes: number
}

/** All files needed for reading, sorted by path. */
export async function listFiles(site: Site): Promise<StoredFile[]> {
  const names = [...site.files, ...site.pages.map(({ name }) => name)].filter(isForReading).sort()
  return Promise.all(names.map(async (name) => describe(name, await site.read(name))))
}

/** Excludes downloads, which repeat the pages' content, and cards, which are for other sites. */
export function isForReading(name: string): boolean {
  if (/^(?:sw\.js|robots\.txt|sitemap\.xml)$/.test(name)) return false
  if (
    /(?:^|\/)karte\.png$|\.(?:zip|epub|pdf|map|bib|ris|xml)$|(?:^|\/)literatur\.json$|\.csl\.json$/.test(
      name,
    )
  )
    return false
  const singleFile = /^[^/]+\.html$/.test(name) && name !== 'index.html' && name !== '404.html'
  return !singleFile
}

const describe = (name: string, content: Buffer): StoredFile => ({
  path: encodeURI(name.replace(/(^|\/)index\.html$/, '$1')),
  integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
  bytes: content.length,
})
