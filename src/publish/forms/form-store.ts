import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where forms are kept between builds; may be deleted at any time. */
export const storeFolder = 'node_modules/.cache/edition-forms'

const day = 24 * 60 * 60 * 1000
/** Kept forms that no build has asked for so long are removed. */
const longestUnused = 30 * day

/** A folder of forms by the hashes of their orders. One that cannot be read or written is as if it were empty. */
export interface FormStore {
  read: (name: string) => Promise<Uint8Array | null>
  write: (name: string, bytes: Uint8Array) => Promise<void>
  /** Removes what has long not been read. */
  clear: () => Promise<void>
}

export function openStore(folder = storeFolder): FormStore {
  return {
    read: async (name) => {
      const path = join(folder, name)
      const bytes = await readFile(path).catch(() => null)
      if (bytes) await utimes(path, new Date(), new Date()).catch(() => undefined)
      return bytes
    },
    write: async (name, bytes) => {
      const path = join(folder, name)
      // Under another name until it is whole: builds that run at the same time read the same folder.
      const part = `${path}.${randomUUID()}.part`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(part, bytes)
        await rename(part, path)
      } catch {
        await rm(part, { force: true }).catch(() => undefined)
      }
    },
    clear: async () => {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        const path = join(folder, name)
        const used = await stat(path).catch(() => null)
        if (used && Date.now() - used.mtimeMs > longestUnused)
          await rm(path, { force: true }).catch(() => undefined)
      }
    },
  }
}
