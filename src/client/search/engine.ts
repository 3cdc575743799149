import { readCbor, writeCbor } from '../../contract/cbor.ts'
import type { PackedIndex } from '../../contract/packed-index.ts'
import { signed, startCore } from './wasm.ts'

/** Unpacked bytes of an index file, by its path below `suche/index/`. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>

export interface Engine {
  /** Records with a word that begins with the stem of the query; `exact`: with that stem, one after another. */
  search: (query: string, exact?: boolean) => Promise<EngineResult[]>
}

export interface EngineResult {
  id: string
  score: number
  content: () => Promise<string>
}

/** Files that every search needs. */
export const engineFiles = ['pagefind.de.pf_meta', 'wasm.de.pagefind'] as const

/**
 * Pagefind over any store of index files. Its own script would ask for one file after the other (11 requests, 31 KB
 * of code), and from a server only.
 */
export async function createEngine(
  read: ReadFile,
  letters: readonly string[],
  keyOf: (id: string) => string,
): Promise<Engine> {
  const [meta, wasm] = await Promise.all(engineFiles.map(read))
  const core = await startCore(wasm!, metadata(readCbor(signed(meta!)) as PackedIndex))
  const chunks = once(async (name) => core.load(await read(`index/${name}.pf_index`)))
  const fragments = once(async (name) => {
    const json = new TextDecoder().decode(signed(await read(`fragment/${name}.pf_fragment`)))
    return JSON.parse(json) as Record<string, string>
  })
  return {
    search: async (typed, exact = false) => {
      const { query, original } = normalise(typed, letters)
      if (!query) return []
      await Promise.all(core.needs(query).map(chunks))
      return core.search(query, original, exact).map(({ p, g, s }) => ({
        id: p,
        score: s,
        content: async () => (await fragments(g))[keyOf(p)]!,
      }))
    },
  }
}

/** As Pagefind reads it; filters, orders and fields of metadata are empty. */
function metadata([version, groups, chunks, words]: PackedIndex): Uint8Array {
  let id = 0
  const records = groups.flatMap(([name, count]) =>
    Array.from({ length: count }, () => [String(id), words[id++]!, name]),
  )
  return writeCbor([version, records, chunks, [], [], []])
}

/** As Pagefind does: small letters, punctuation dropped, and the same once more without diacritics. */
function normalise(typed: string, letters: readonly string[]) {
  const original = [...typed.normalize('NFC')]
    .filter(
      (sign) => letters.includes(sign) || !/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/u.test(sign),
    )
    .join('')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
  return { original, query: original.normalize('NFD').replace(/\p{M}/gu, '') }
}

/** Calls `load` once per name; again after a failure, since a download may succeed the next time. */
export function once<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>()
  return (name) => {
    let value = loaded.get(name)
    if (!value) {
      value = load(name)
      loaded.set(name, value)
      value.catch(() => loaded.delete(name))
    }
    return value
  }
}
