import { signed } from './wasm.ts'

/** One of the files that hold the index: words from … to … are in it. */
export interface Chunk {
  from: string
  to: string
  name: string
}

/**
 * Pagefind's metadata as far as it names the index files, so that one can be fetched while its WebAssembly is still
 * on the way. A hint only: what cannot be read is no error.
 */
export function chunksIn(meta: Uint8Array): Chunk[] {
  try {
    const [, , chunks] = readCbor(signed(meta)) as [string, unknown[], [string, string, string][]]
    return chunks.map(([from, to, name]) => ({ from, to, name }))
  } catch {
    return []
  }
}

/** The file in which a word, folded, should be. */
export const chunkOf = (chunks: readonly Chunk[], word: string): Chunk | undefined =>
  chunks.findLast(({ from }) => from <= word)

/** Numbers, strings and lists of CBOR (RFC 8949), nothing else. */
function readCbor(bytes: Uint8Array): unknown {
  let at = 0
  const number = (short: number): number => {
    if (short < 24) return short
    const length = 2 ** (short - 24)
    let value = 0
    for (let i = 0; i < length; i++) value = value * 256 + bytes[at++]!
    return value
  }
  const item = (): unknown => {
    const head = bytes[at++]!
    const value = number(head & 31)
    switch (head >> 5) {
      case 0:
        return value
      case 1:
        return -1 - value
      case 3:
        at += value
        return new TextDecoder().decode(bytes.subarray(at - value, at))
      case 4:
        return Array.from({ length: value }, item)
      default:
        throw new Error('not read here')
    }
  }
  return item()
}
