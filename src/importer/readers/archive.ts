/** Files in a ZIP archive: DOCX, ODT, EPUB. */
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'

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
  return files
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
