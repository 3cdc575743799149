/** Files in a ZIP archive: DOCX, ODT, EPUB. */
import { crc32 } from 'node:zlib'
import { strFromU8, Unzip, UnzipInflate, type UnzipFile } from 'fflate'

/** Most bytes that are unpacked of one archive; more is taken for a damaged or hostile file. */
export const mostBytes = 256 * 1024 * 1024
const mostFiles = 20_000

export class ArchiveError extends Error {}

/**
 * Unpacks the files of an archive that `wanted` accepts.
 * @throws ArchiveError if it is damaged, or larger than `mostBytes`
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  let count = 0
  const take = (file: UnzipFile) => {
    count += 1
    if (count > mostFiles) throw new ArchiveError(`it has more than ${mostFiles} files`)
    if (!wanted(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, final) => {
      // fflate reports also what is thrown here.
      if (error instanceof ArchiveError) throw error
      if (error) throw new ArchiveError(`“${file.name}” in it is damaged`)
      total += chunk.length
      if (total > mostBytes)
        throw new ArchiveError(`unpacked it is larger than ${mostBytes / 1024 / 1024} MB`)
      chunks.push(chunk)
      if (final) files.set(file.name, joined(chunks))
    }
    file.start()
  }
  try {
    const unzip = new Unzip(take)
    unzip.register(UnzipInflate)
    // In pieces, so that the limit stops a bomb before the whole is unpacked.
    for (let at = 0; at < bytes.length; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    throw new ArchiveError('it is damaged')
  }
  if (count === 0) throw new ArchiveError('it is damaged or empty')
  const sums = checksums(bytes)
  for (const [name, content] of files)
    if (sums.has(name) && sums.get(name) !== crc32(content))
      throw new ArchiveError(`“${name}” in it is damaged`)
  return files
}

/** The checksums in the list of files at the end of an archive. @throws ArchiveError if there is no list */
function checksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < first) throw new ArchiveError('its end is missing')
  const sums = new Map<string, number>()
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0
    const written = strFromU8(bytes.subarray(at + 46, at + 46 + name!), !isUtf8)
    sums.set(written, view.getUint32(at + 16, true))
    at += 46 + name! + extra! + comment!
  }
  return sums
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
