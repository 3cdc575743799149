import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { openSite } from '../../src/publish/site.ts'
import { serviceWorker } from '../../src/publish/site-steps/service-worker.ts'

export interface Host {
  /** Folder that is served. */
  folder: string
  /** Uploads a site over the existing one; `except`: files that are missing so far. */
  upload: (site: string, except?: string[]) => Promise<void>
  remove: () => Promise<void>
}

export async function createHost(site: string): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'host-'))
  await cp(site, folder, { recursive: true })
  return {
    folder,
    upload: (next, except = []) =>
      cp(next, folder, {
        recursive: true,
        filter: (path) => !except.includes(path.slice(next.length + 1)),
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A copy of a built site as its next version, with another title on every page. */
export async function nextVersion(
  site: string,
  base: string,
  pages: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'version-'))
  await cp(site, folder, { recursive: true })
  for (const page of pages) {
    const path = join(folder, page)
    const html = await readFile(path, 'utf8')
    await writeFile(path, html.replace('<title>', '<title>Zweite Fassung: '))
  }
  await listAnew(folder, base)
  return folder
}

/**
 * A copy of a built site without its search, downloads and all pages but these, which is stored in a moment. Links to
 * the others lead nowhere.
 */
export async function smallerSite(
  site: string,
  base: string,
  pages: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'smaller-'))
  await cp(site, folder, {
    recursive: true,
    filter: (path) => {
      const name = path.slice(site.length + 1).replaceAll(sep, '/')
      if (/^suche(?:\/|$)|\.(?:pdf|epub|xml)$/.test(name)) return false
      return !name.endsWith('.html') || name === '404.html' || pages.includes(name)
    },
  })
  await listAnew(folder, base)
  return folder
}

/** Writes the worker of a site whose files have been changed. */
async function listAnew(folder: string, base: string): Promise<void> {
  const address = new URL(base, 'http://localhost')
  await serviceWorker(await openSite({ folder, address, audience: 'local' }))
}
