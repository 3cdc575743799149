import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { areAnnounced, builtSites } from '../e2e/sites.ts'
import { serveEdition } from '../served-edition.ts'

export interface Served {
  /** Addresses of the pages of all texts, the imported one included. */
  texts: string[]
  stop: () => Promise<void>
}

/** The fixture edition, as it is announced or built anew. `files`: path → content, overwriting files before a build. */
export async function serveTexts(files: Record<string, string> = {}): Promise<Served> {
  if (areAnnounced() && Object.keys(files).length === 0) {
    const { folder, url } = builtSites().local
    return { texts: await textsIn(folder, url), stop: async () => {} }
  }
  const { site, url, stop } = await serveEdition({ files, withScan: true })
  return { texts: await textsIn(site, url), stop }
}

async function textsIn(folder: string, url: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'texte'), { withFileTypes: true })
  const slugs = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return slugs.sort().map((slug) => `${url}texte/${slug}/`)
}
