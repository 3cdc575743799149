import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { link, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { hashOf } from '../kept/keep.ts'
import { isPicture, type PageFacts } from './page-facts.ts'
import { Page, sealOf, type Seal } from './page.ts'

export interface SiteFacts {
  /** Absolute path of the output folder. */
  folder: string
  /** Address of the site, base path included. */
  address: URL
  audience: string
  /** Whose files come to the site after its pages are finished. */
  publicFolder?: string
  /** The site that this one will take the place of. */
  olderFolder?: string
}

/**
 * The finished site, on disk: pages come into memory one by one, since those of many texts have no room together.
 * Names are paths relative to the folder, with forward slashes.
 */
export class Site {
  readonly address: URL
  readonly audience: string
  /** Sizes of files, to be written into the pages when they are finished: name → `2,7 MB`. */
  readonly sizes: Record<string, string> = {}
  readonly folder: string
  readonly #publicFolder: string | undefined
  readonly #olderFolder: string | undefined
  readonly #files: Set<string>
  readonly #folders = new Set<string>()
  readonly #pages: Map<string, Page>
  #sorted: readonly string[] | null = null
  #sortedPages: readonly Page[] | null = null

  /** @param files names of all files except pages */
  constructor(facts: SiteFacts, pages: readonly Page[], files: Iterable<string>) {
    this.address = facts.address
    this.audience = facts.audience
    this.folder = facts.folder
    this.#publicFolder = facts.publicFolder
    this.#olderFolder = facts.olderFolder
    this.#pages = new Map(pages.map((page) => [page.name, page]))
    this.#files = new Set(files)
  }

  /** Sorted names of all files except pages. */
  get files(): readonly string[] {
    this.#sorted ??= [...this.#files].sort()
    return this.#sorted
  }

  /** Sorted by name. */
  get pages(): readonly Page[] {
    this.#sortedPages ??= [...this.#pages.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    return this.#sortedPages
  }

  /** @param name as in `Page.name` */
  page(name: string): Page | undefined {
    return this.#pages.get(name)
  }

  /** Content of a page as it will be written, or of another file on disk. */
  async read(name: string): Promise<Buffer> {
    const page = this.page(name)
    return page ? Buffer.from(page.html) : readFile(join(this.folder, name))
  }

  /** A picture of the site, wherever it is as yet. */
  async readPicture(name: string): Promise<Buffer> {
    const folder = this.#files.has(name) ? this.folder : (this.#publicFolder ?? this.folder)
    return readFile(join(folder, name))
  }

  /** Hashes of the pictures that pages may show, by their names; those of other folders have a hash as their name. */
  async pictures(): Promise<[name: string, hash: string][]> {
    const folder = this.#publicFolder
    if (!folder || !existsSync(folder)) return []
    const hashes: [string, string][] = []
    for (const name of (await filesIn(folder)).filter(isPicture))
      hashes.push([name, hashOf(await readFile(join(folder, name)))])
    return hashes
  }

  /** Reads a file other than a page, for synchronous code. */
  readSync(name: string): Buffer {
    return readFileSync(join(this.folder, name))
  }

  /** The same; null if there is none. */
  readIfThere(name: string): Uint8Array | null {
    return this.#files.has(name) ? new Uint8Array(this.readSync(name)) : null
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = await this.#pathFor(name)
    await writeFile(path, content)
    this.#files.add(name)
    this.#sorted = null
  }

  /** Writes a page to which no step will add anything that needs its tree. */
  async addPage(name: string, html: string, facts: PageFacts, seal: Seal): Promise<void> {
    const path = await this.#pathFor(name)
    await writeFile(path, html)
    const page = pageAt(name, path)
    page.repeat([], facts, seal)
    this.#pages.set(name, page)
    this.#sortedPages = null
  }

  /** Takes a file that will not change over from the older site; false: it has none of this name with these bytes. */
  async takeOver(name: string, { hash }: Seal): Promise<boolean> {
    const older = this.#olderFolder && join(this.#olderFolder, name)
    const bytes = older && (await readFile(older).catch(() => null))
    if (!bytes || sealOf(bytes).hash !== hash) return false
    const path = await this.#pathFor(name)
    // On another disk it is written again.
    await link(older, path).catch(() => writeFile(path, bytes))
    this.#files.add(name)
    this.#sorted = null
    return true
  }

  /** Its folder is there then. */
  async #pathFor(name: string): Promise<string> {
    const path = join(this.folder, name)
    const folder = dirname(path)
    if (!this.#folders.has(folder)) await mkdir(folder, { recursive: true })
    this.#folders.add(folder)
    return path
  }

  /** Removes a file or folder. */
  async remove(name: string): Promise<void> {
    this.#folders.clear()
    await rm(join(this.folder, name), { recursive: true, force: true })
    for (const file of this.#files)
      if (file === name || file.startsWith(`${name}/`)) this.#files.delete(file)
    this.#sorted = null
  }
}

export async function openSite(facts: SiteFacts): Promise<Site> {
  const names = await filesIn(facts.folder)
  const pages = names.filter(isPage).map((name) => pageAt(name, join(facts.folder, name)))
  const others = names.filter((name) => !isPage(name))
  return new Site(facts, pages, others)
}

const pageAt = (name: string, path: string): Page =>
  new Page(name, {
    read: () => readFileSync(path, 'utf8'),
    write: (html) => writeFileSync(path, html),
  })

export const isPage = (name: string): boolean => name.endsWith('.html')

/** Sorted paths of the files in a folder, relative to it, with forward slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** Reads and changes only one page, so that its result can be cached. */
export type PageStep = (page: Page, site: Site) => Promise<void> | void

/** Needs several pages, or writes files; returns a line for the log. */
export type SiteStep = (site: Site) => Promise<string> | string
