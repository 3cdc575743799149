import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '../src/publish/serve.ts'
import { copyEdition } from './edition-copy.ts'
import { importScan } from './source.ts'

export interface ServedEdition {
  /** Of the copy, with the code and `content/`. */
  folder: string
  /** Of the built site. */
  site: string
  url: string
  stop: () => Promise<void>
}

interface Asked {
  /** Path → content, added to the edition or in the place of its files. */
  files?: Record<string, string>
  /** A folder with `content/`; without it, the whole edition of the fixtures. */
  edition?: string
  /** A folder of pictures in the place of the edition's own. */
  pictures?: string
  /** Whether the scan is imported, where there is one. */
  withScan?: boolean
}

/** Copies an edition, builds all of it for this machine, and serves it. */
export async function serveEdition(asked: Asked = {}): Promise<ServedEdition> {
  const copy = await copyEdition(asked.files, asked.edition)
  const { folder } = copy
  if (asked.pictures) await cp(asked.pictures, join(folder, 'public'), { recursive: true })
  if (asked.withScan) await importScan(copy)
  const { code, output } = await copy.node(['src/publish/cli.ts', 'build', '--audience', 'local'])
  if (code !== 0) {
    await copy.remove()
    throw new Error(output)
  }
  const site = join(folder, 'dist-local')
  const server = await serve(site)
  const stop = async () => {
    await server.stop()
    await copy.remove()
  }
  return { folder, site, url: server.url, stop }
}
