import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Page } from './page.ts'
import { filesIn, isPage } from './pages.ts'

export interface SiteFacts {
  /** Absolute path of the output folder. */
  folder: string
  /** Address of the site, base path included. */
  address: URL
  audience: string
}

/**
 * The finished site: its pages in memory, read once and written once, and its other files by name, on the disk.
 * Names are paths below the folder, with forward slashes.
 */
export class Site {
  readonly address: URL
  readonly audience: string
  /** In the order of their names. */
  readonly pages: readonly Page[]
  readonly #folder: string
  readonly #files: Set<string>

  /** @param files names of those that are no pages */
  constructor(facts: SiteFacts, pages: readonly Page[], files: Iterable<string>) {
    this.address = facts.address
    this.audience = facts.audience
    this.#folder = facts.folder
    this.pages = pages
    this.#files = new Set(files)
  }

  /** Names of the files that are no pages, in order. */
  get files(): string[] {
    return [...this.#files].sort()
  }

  /** @param name as in `Page.name` */
  page(name: string): Page | undefined {
    return this.pages.find((page) => page.name === name)
  }

  /** A page’s bytes as they will be written; of other files those on the disk. */
  async read(name: string): Promise<Buffer> {
    const page = this.page(name)
    return page ? Buffer.from(page.html) : readFile(join(this.#folder, name))
  }

  /** A file that is no page, where nobody can wait for it. */
  readSync(name: string): Buffer {
    return readFileSync(join(this.#folder, name))
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.#folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    this.#files.add(name)
  }

  /** Removes a file, or a folder with all that is in it. */
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

/** Needs one page alone and changes no other: what it makes of the page can be kept. */
export type PageStep = (page: Page, site: Site) => Promise<void> | void

/** Needs several pages, or writes files; says in a line what it did. */
export type SiteStep = (site: Site) => Promise<string> | string
