import { gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { addSeparators } from '../../../contract/pagefind-separators.ts'
import type { SearchRecord } from '../../../formats/search/index.ts'

export interface IndexFile {
  path: string
  content: Uint8Array
}

export interface BuiltIndex {
  files: IndexFile[]
  /** Pagefind's id of every record, in the order of the records. */
  ids: string[]
  /** Pagefind's version and additional word characters, which are needed to read the index. */
  version: string
  include_characters: string[]
}

/**
 * Small chunks, so that a query loads little: about 3 KB for a few texts (Pagefind's default is 30), larger for many, so
 * that there are about a hundred files.
 */
export function wordsPerChunk(records: readonly SearchRecord[]): number {
  const words = records.reduce((sum, { content }) => sum + content.split(' ').length, 0)
  return Math.round(Math.max(2000, words / 50))
}
/** Files of about 2 KB for a few texts, so that a screen of hits needs one round trip. */
const fragmentCount = (records: number) => Math.min(500, Math.max(1, Math.ceil(records / 8)))

/** Number of indexes being built. They share one Pagefind service, which is closed after the last. */
let underWay = 0

/** Keeps the service for all indexes of this thread: it takes longer to begin than to make a small one. */
export function holdService(): () => Promise<void> {
  underWay += 1
  return release
}

async function release(): Promise<void> {
  underWay -= 1
  if (underWay === 0) await close()
}

/** Indexes the records with Pagefind, one custom record each. Indexes built concurrently must have the same chunk size. */
export async function buildIndex(
  records: readonly SearchRecord[],
  chunk = wordsPerChunk(records),
): Promise<BuiltIndex> {
  underWay += 1
  try {
    // Pagefind's service reads this when it starts.
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunk)
    return await indexWithPagefind(records)
  } finally {
    await release()
  }
}

async function indexWithPagefind(records: readonly SearchRecord[]): Promise<BuiltIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: 'de',
    maxFragments: fragmentCount(records.length),
  })
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`)
  try {
    // Without awaiting each answer; Pagefind keeps the order.
    await Promise.all(records.map((record) => add(index, record)))
    const { files, errors } = await index.getFiles()
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(', ')}`)
    const entry = JSON.parse(textOf(files, /^pagefind-entry\.json$/)) as Pick<
      BuiltIndex,
      'version' | 'include_characters'
    >
    const { version, include_characters } = entry
    return { files, ids: idsOf(files, records), version, include_characters }
  } finally {
    await index.deleteIndex()
  }
}

/** Filters, not metadata: since 1.5 Pagefind searches metadata as well, and „92“ would find note 92. */
async function add(index: PagefindIndex, record: SearchRecord) {
  const { kind, url, content, ...place } = record
  const filters: Record<string, string[]> = { type: [kind] }
  for (const [name, value] of Object.entries(place)) if (value) filters[name] = [value]
  const { errors } = await index.addCustomRecord({
    url,
    content: addSeparators(content),
    language: 'de',
    filters,
  })
  if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join(', ')}`)
}

function idsOf(files: readonly IndexFile[], records: readonly SearchRecord[]): string[] {
  const byUrl = new Map<string, string>()
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1]
    if (!name) continue
    const held = JSON.parse(unpack(content)) as Fragment | Record<string, Fragment>
    // The file of a single record contains it directly, without a group.
    const group = isFragment(held) ? { [name]: held } : held
    for (const [id, { url }] of Object.entries(group)) byUrl.set(url, id)
  }
  return records.map(({ url }) => {
    const id = byUrl.get(url)
    if (!id) throw new Error(`Pagefind’s index has no record for ${url}.`)
    return id
  })
}

interface Fragment {
  url: string
}
const isFragment = (held: Fragment | Record<string, Fragment>): held is Fragment =>
  typeof held.url === 'string'

const signature = 'pagefind_dcd'

export const unpack = (content: Uint8Array) =>
  gunzipSync(content).subarray(signature.length).toString()

export function textOf(files: readonly IndexFile[], name: RegExp): string {
  const file = files.find(({ path }) => name.test(path))
  if (!file) throw new Error(`Pagefind wrote no file ${name}.`)
  return Buffer.from(file.content).toString()
}
