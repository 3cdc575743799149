import { posix } from 'node:path'
import { namesIn } from '../../page-facts.ts'
import { sealOf, type Seal } from '../../page.ts'
import type { Site } from '../../site.ts'
import { isWritten, needsOf, type FileFacts, type Needs } from './needs.ts'

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
    const { seal, names: named, preloaded } = await read(site, name)
    seals.set(name, seal)
    facts.set(name, {
      bytes: seal.bytes,
      named: new Set(named.filter((one) => basenames.has(one))),
      preloaded: new Set(preloaded),
    })
  }
  const needs = needsOf(facts)
  return names.map((name) => describe(name, seals.get(name)!, needs.get(name)!))
}

/** Pages are not read again. */
async function read(
  site: Site,
  name: string,
): Promise<{ seal: Seal } & ReturnType<typeof namesIn>> {
  const page = site.page(name)
  if (page) return { seal: page.seal, names: page.facts.names, preloaded: page.facts.preloaded }
  const content = await site.read(name)
  return { seal: sealOf(content), ...namesIn(isWritten(name) ? content.toString() : '') }
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
  ...shortened(seal),
  needs: needs === null || needs === 'always' ? needs : needs.map(pathOf),
})

/** What a browser knows the bytes of a file by. */
export const shortened = ({ hash, bytes }: Seal): Pick<StoredFile, 'seal' | 'bytes'> => ({
  seal: Buffer.from(hash, 'hex').toString('base64', 0, 16).slice(0, 22),
  bytes,
})

const pathOf = (name: string): string => encodeURI(name.replace(/(^|\/)index\.html$/, '$1'))
