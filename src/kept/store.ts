import { createHash, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { engineFolder } from '../workspace/index.ts'

/** Where what builds have made is kept for the next; may be deleted at any time. */
const storeFolder = () =>
  process.env['EDITION_CACHE'] ?? join(engineFolder, 'node_modules/.cache/edition')

const day = 24 * 60 * 60 * 1000
/** What no build has asked for so long is removed. */
const longestUnused = 30 * day
/** Of what this build did not ask for, the oldest is removed if there is more in all. */
const mostBytes = 1e9

/** A folder of bytes by the hashes of what they were made of. Read-only or damaged, it is as if it were empty. */
export interface Store {
  /** Null: there is none, or it is damaged. */
  read: (name: string) => Uint8Array | null
  write: (name: string, bytes: Uint8Array) => void
  /** Removes what has long not been read, and what there is too much of. */
  clear: () => void
}

export function openStore(folder = storeFolder()): Store {
  return {
    read: (name) => {
      const path = join(folder, name)
      const bytes = attempt(() => unsealed(readFileSync(path)))
      if (bytes) attempt(() => utimesSync(path, new Date(), new Date()))
      return bytes
    },
    write: (name, bytes) => {
      const path = join(folder, name)
      // Under another name until it is whole: builds that run at the same time read the same folder.
      const part = `${path}.${randomUUID()}.part`
      const isWritten = attempt(() => {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(part, sealed(bytes))
        renameSync(part, path)
        return true
      })
      if (!isWritten) attempt(() => rmSync(part, { force: true }))
    },
    clear: () => {
      const held = filesBelow(folder).sort((a, b) => b.used - a.used)
      const inUse = held.filter(({ used }) => used >= performance.timeOrigin)
      const most = Math.max(mostBytes, 3 * sum(inUse))
      let bytes = 0
      for (const file of held) {
        bytes += file.bytes
        const isOld = Date.now() - file.used > longestUnused
        if (isOld || (bytes > most && file.used < performance.timeOrigin))
          attempt(() => rmSync(file.path, { force: true }))
      }
    },
  }
}

const digestLength = 32
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Smaller files would take three times as long. */
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Compressed, behind the hash of it: whatever has happened to the file shows. */
function sealed(bytes: Uint8Array): Uint8Array {
  const packed = zstdCompressSync(bytes, fast)
  return Buffer.concat([digest(packed), packed])
}

function unsealed(file: Buffer): Uint8Array | null {
  const packed = file.subarray(digestLength)
  const isWhole = digest(packed).equals(file.subarray(0, digestLength))
  return isWhole ? zstdDecompressSync(packed) : null
}

interface Held {
  path: string
  bytes: number
  /** When it was last read or written. */
  used: number
}

function filesBelow(folder: string): Held[] {
  const entries = attempt(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? []
  return entries.flatMap((entry): Held[] => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    const found = attempt(() => statSync(path))
    return found ? [{ path, bytes: found.size, used: found.mtimeMs }] : []
  })
}

const sum = (files: readonly Held[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Null if it fails: what is kept only saves time, so that no build fails of it. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
