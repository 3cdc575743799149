import { gunzipSync, gzipSync } from 'node:zlib'
import { readCbor } from '../../../contract/cbor.ts'

/** What the files of Pagefind 1.6 say: stems with the places at which they stand in pages. */
export type PackedWord = [
  stem: string,
  pages: PackedPage[],
  variants: [form: string, PackedPage[]][],
]

/**
 * Number of the page, from that before it. Places: a weight as a negative number, then where words of that weight stand,
 * each from the one before it. Places in metadata, of which we give none.
 */
export type PackedPage = [page: number, places: number[], ofMetadata: number[]]

export type PackedMeta = [version: string, pages: [id: string, words: number, group: string][]]

const signature = 'pagefind_dcd'

export const readPacked = (file: Uint8Array): unknown => readCbor(unpack(file))

export const unpack = (file: Uint8Array): Buffer => gunzipSync(file).subarray(signature.length)

export const pack = (content: Uint8Array): Uint8Array =>
  gzip(Buffer.concat([Buffer.from(signature), content]))

/** Clears the operating system in the gzip header, so that the bytes are the same on every machine. */
export function gzip(content: string | Uint8Array): Uint8Array {
  const packed = gzipSync(content, { level: 9 })
  packed[9] = 255
  return packed
}
