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
  /** Pagefind's name for every record, in the order of the records. */
  ids: string[]
  /** Of Pagefind, and the signs that it takes for letters: a reader of the index needs both. */
  version: string
  include_characters: string[]
}

/**
 * A word loads what it needs and little else: files of about 3 KB for a few texts (Pagefind's own are 30), larger ones
 * for many, so that their number stays near a hundred.
 */
export function wordsPerChunk(records: readonly SearchRecord[]): number {
  const words = records.reduce((sum, { content }) => sum + content.split(' ').length, 0)
  return Math.round(Math.max(2000, words / 50))
}
/** Files of about 2 KB for a few texts: what a screen of hits needs comes in one round. */
const fragmentCount = (records: number) => Math.min(500, Math.max(1, Math.ceil(records / 8)))

/** Indexes that are being built. Pagefind's service is one for all of them, and ends with the last. */
let underWay = 0

/** Indexes the records with Pagefind, one custom record each. Indexes built at the same time have chunks of one size. */
export async function buildIndex(
  records: readonly SearchRecord[],
  chunk = wordsPerChunk(records),
): Promise<BuiltIndex> {
  underWay += 1
  try {
    // Read by Pagefind's service when it starts.
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunk)
    return await indexWithPagefind(records)
  } finally {
    underWay -= 1
    if (underWay === 0) await close()
  }
}

async function indexWithPagefind(records: readonly SearchRecord[]): Promise<BuiltIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: 'de',
    maxFragments: fragmentCount(records.length),
  })
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`)
  try {
    // At once: Pagefind takes them in this order, and none waits for the answer to the one before.
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
    // A lone record is in no group: its file has its name.
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
