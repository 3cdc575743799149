import { readFileSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Page } from './page.ts'

export interface SiteFacts {
  /** Absolute path of the output folder. */
  folder: string
  /** Address of the site, base path included. */
  address: URL
  audience: string
}

/**
 * The finished site: pages are kept in memory, read and written once; other files are on disk.
 * Names are paths relative to the folder, with forward slashes.
 */
export class Site {
  readonly address: URL
  readonly audience: string
  /** Sorted by name. */
  readonly pages: readonly Page[]
  readonly #folder: string
  readonly #files: Set<string>

  /** @param files names of all files except pages */
  constructor(facts: SiteFacts, pages: readonly Page[], files: Iterable<string>) {
    this.address = facts.address
    this.audience = facts.audience
    this.#folder = facts.folder
    this.pages = pages
    this.#files = new Set(files)
  }

  /** Sorted names of all files except pages. */
  get files(): string[] {
    return [...this.#files].sort()
  }

  /** @param name as in `Page.name` */
  page(name: string): Page | undefined {
    return this.pages.find((page) => page.name === name)
  }

  /** Content of a page as it will be written, or of another file on disk. */
  async read(name: string): Promise<Buffer> {
    const page = this.page(name)
    return page ? Buffer.from(page.html) : readFile(join(this.#folder, name))
  }

  /** Reads a file other than a page, for synchronous code. */
  readSync(name: string): Buffer {
    return readFileSync(join(this.#folder, name))
  }

  /** The same; null if there is none. */
  readIfThere(name: string): Uint8Array | null {
    return this.#files.has(name) ? new Uint8Array(this.readSync(name)) : null
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.#folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    this.#files.add(name)
  }

  /** Removes a file or folder. */
  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { recursive: true, force: true })
    for (const file of this.#files)
      if (file === name || file.startsWith(`${name}/`)) this.#files.delete(file)
  }

  async writePages(): Promise<void> {
    await Promise.all(this.pages.map((page) => writeFile(join(this.#folder, page.name), page.html)))
  }
}

export async function openSite(facts: SiteFacts): Promise<Site> {
  const names = await filesIn(facts.folder)
  const pages = names
    .filter(isPage)
    .map(async (name) => new Page(name, await readFile(join(facts.folder, name), 'utf8')))
  const others = names.filter((name) => !isPage(name))
  return new Site(facts, await Promise.all(pages), others)
}

const isPage = (name: string): boolean => name.endsWith('.html')

/** Sorted paths of the files in a folder, relative to it, with forward slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Reads and changes only one page, so that its result can be cached. */
export type PageStep = (page: Page, site: Site) => Promise<void> | void

/** Needs several pages, or writes files; returns a line for the log. */
export type SiteStep = (site: Site) => Promise<string> | string
