import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Site } from '../../site.ts'
import { factsOf, needsOf, type FileFacts, type Needs } from './needs.ts'

/** A file that can be stored on the reader's device. */
export interface StoredFile {
  /** Path in its address, relative to the base path: `glossar/` for `glossar/index.html`. */
  path: string
  /** The first half of the SHA-256 hash of its bytes, in base64: a list of whole ones would be half as long again. */
  seal: string
  bytes: number
  /** When it is stored; of a page, the paths of the files that it alone needs. */
  needs: Needs
}

/** All files needed for reading, sorted by path. */
export async function listFiles(site: Site): Promise<StoredFile[]> {
  const names = [...site.files, ...site.pages.map(({ name }) => name)].filter(isForReading).sort()
  const basenames = new Set(names.map((name) => posix.basename(name)))
  const seals = new Map<string, Seal>()
  const facts = new Map<string, FileFacts>()
  for (const name of names) {
    const content = await site.read(name)
    seals.set(name, sealOf(content))
    facts.set(
      name,
      factsOf(name, content, (one) => basenames.has(one)),
    )
  }
  const needs = needsOf(facts)
  return names.map((name) => describe(name, seals.get(name)!, needs.get(name)!))
}

/** Excludes downloads, which repeat the pages' content, cards, which are for other sites, and what servers read. */
export function isForReading(name: string): boolean {
  // Servers give these to nobody, and one file that is not to be had would stop them all.
  if (/(?:^|\/)\.|^(?:_headers|_redirects|CNAME)$/.test(name)) return false
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

const describe = (name: string, seal: Seal, needs: Needs): StoredFile => ({
  path: pathOf(name),
  ...seal,
  needs: needs === null || needs === 'always' ? needs : needs.map(pathOf),
})

type Seal = Pick<StoredFile, 'seal' | 'bytes'>

/** What a browser knows the bytes of a file by. */
export const sealOf = (content: Buffer): Seal => ({
  seal: createHash('sha256').update(content).digest().toString('base64', 0, 16).slice(0, 22),
  bytes: content.length,
})

const pathOf = (name: string): string => encodeURI(name.replace(/(^|\/)index\.html$/, '$1'))
