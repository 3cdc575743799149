/** Files in a ZIP archive: DOCX, ODT, EPUB. */
import { crc32, inflateRawSync } from 'node:zlib'
import { strFromU8 } from 'fflate'

/** Most bytes that are unpacked of one archive; more is taken for a damaged or hostile file. */
export const mostBytes = 256 * 1024 * 1024
const mostFiles = 20_000

export class ArchiveError extends Error {}

/** A file as the list at the end of the archive describes it. */
interface Entry {
  name: string
  isEncrypted: boolean
  method: number
  sum: number
  /** Of its bytes in the archive, and unpacked. */
  packed: number
  size: number
  /** Where it begins in the archive. */
  at: number
}

/**
 * Unpacks the files of an archive that `wanted` accepts.
 * @throws ArchiveError if it is damaged, or larger than `mostBytes`
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const entries = listed(bytes)
  if (entries.length === 0) throw new ArchiveError('it is empty')
  const own = entries.filter(({ name }) => wanted(name))
  // No file gets larger than is said of it.
  if (own.reduce((sum, { size }) => sum + size, 0) > mostBytes)
    throw new ArchiveError(`unpacked it is larger than ${mostBytes / 1024 / 1024} MB`)
  const files = new Map<string, Uint8Array>()
  for (const entry of own) {
    if (entry.isEncrypted) throw new ArchiveError(`“${entry.name}” in it asks for a password`)
    const content = unpackedFrom(bytes, entry)
    if (content?.length !== entry.size || crc32(content) !== entry.sum)
      throw new ArchiveError(`“${entry.name}” in it is damaged`)
    files.set(entry.name, content)
  }
  return files
}

/** Null if it cannot be unpacked to the size that is said. */
function unpackedFrom(bytes: Uint8Array, { at, method, packed, size }: Entry): Uint8Array | null {
  const view = viewOf(bytes)
  if (at < 0 || at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return null
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const own = bytes.subarray(start, start + packed)
  if (method === 0) return own
  if (method !== 8) return null
  try {
    return inflateRawSync(own, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) })
  } catch {
    return null
  }
}

/** The files in the list at the end of an archive. @throws ArchiveError if there is no list */
function listed(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < first) throw new ArchiveError('its end is missing')
  const count = view.getUint16(end + 10, true)
  if (count > mostFiles) throw new ArchiveError(`it has more than ${mostFiles} files`)
  const entries: Entry[] = []
  let at = end - view.getUint32(end + 12, true)
  // Bytes before the archive, which its places do not count.
  const before = at - view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new ArchiveError('the list of its files is damaged')
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const flags = view.getUint16(at + 8, true)
    const isUtf8 = (flags & 0x800) !== 0
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, at + 46 + name!), !isUtf8),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: before + view.getUint32(at + 42, true),
    })
    at += 46 + name! + extra! + comment!
  }
  return entries
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)
