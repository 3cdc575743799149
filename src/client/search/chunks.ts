import { readCbor } from '../../contract/cbor.ts'
import type { PackedIndex } from '../../contract/packed-index.ts'
import { signed } from './wasm.ts'

/** One of the files that hold the index: words from … to … are in it. */
export interface Chunk {
  from: string
  to: string
  name: string
}

/**
 * The index files that the metadata names, so that one can be fetched while its WebAssembly is still
 * on the way. A hint only: what cannot be read is no error.
 */
export function chunksIn(meta: Uint8Array): Chunk[] {
  try {
    const [, , chunks] = readCbor(signed(meta)) as PackedIndex
    return chunks.map(([from, to, name]) => ({ from, to, name }))
  } catch {
    return []
  }
}

/** The file in which a word, folded, should be. */
export const chunkOf = (chunks: readonly Chunk[], word: string): Chunk | undefined =>
  chunks.findLast(({ from }) => from <= word)
