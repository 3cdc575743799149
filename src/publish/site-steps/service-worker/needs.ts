import { posix } from 'node:path'
import { isScriptFace } from '../script-faces.ts'

/** Largest search index, in bytes, that is stored unasked. */
const largestIndex = 500_000

/**
 * `always`: stored with the first page that a reader opens. Names: a page, stored once it has been opened, with these
 * files that it alone needs. null: stored with a page that needs it, or with the whole edition.
 */
export type Needs = 'always' | readonly string[] | null

/** What must be known of a file to say when it and others are stored: its content has no room in memory with all others. */
export interface FileFacts {
  bytes: number
  /** Names without folders that stand in it, of files and of much else. */
  named: ReadonlySet<string>
  /** Of a page, those of fonts that it asks for at once. */
  preloaded: ReadonlySet<string>
}

/**
 * When each file is stored on a reader's device.
 * @param files all files for reading, by name
 * @returns by the same names
 */
export function needsOf(files: ReadonlyMap<string, FileFacts>): Map<string, Needs> {
  const names = [...files.keys()]
  const pages = names.filter((name) => name.endsWith('.html'))
  const index = names.filter((name) => name.startsWith('suche/index/'))
  const sizeOfIndex = index.reduce((sum, name) => sum + files.get(name)!.bytes, 0)

  const needed = createSearch(files)
  const always = new Set(['index.html', 'offline/index.html'].filter((name) => files.has(name)))
  for (const name of [...always]) for (const file of needed(name)) always.add(file)
  for (const name of pages.filter(isText))
    for (const file of needed(name))
      if (file.startsWith('_astro/') && !isOfCapitals(file) && !isScriptFace(file)) always.add(file)
  if (sizeOfIndex <= largestIndex) for (const name of index) always.add(name)

  const needsOfFile = (name: string): Needs => {
    if (always.has(name)) return 'always'
    return name.endsWith('.html') ? needed(name).filter((file) => !always.has(file)) : null
  }
  return new Map(names.map((name) => [name, needsOfFile(name)]))
}

const isText = (name: string): boolean => /^texte\/[^/]+\/index\.html$/.test(name)

/** Files that a page needs: those it names, those these name, and the data in its own folder. */
function createSearch(files: ReadonlyMap<string, FileFacts>): (page: string) => string[] {
  const others = [...files.keys()].filter(
    (name) => !name.endsWith('.html') && !name.startsWith('suche/index/'),
  )
  const byFolder = Map.groupBy(others, posix.dirname)
  const isData = (name: string) => files.has(`${posix.dirname(name)}/index.html`)
  const byName = Map.groupBy(
    others.filter((name) => !isData(name)),
    (name) => posix.basename(name),
  )
  return (page) => {
    const folder = posix.dirname(page)
    const found = new Set(folder === '.' ? [] : byFolder.get(folder))
    const { preloaded } = files.get(page)!
    // Every page names the fonts of small capitals; those that have any ask for them at once.
    const isUnused = (name: string) => isOfCapitals(name) && !preloaded.has(posix.basename(name))
    const visit = (name: string) => {
      for (const file of [...files.get(name)!.named].flatMap((named) => byName.get(named) ?? [])) {
        if (found.has(file) || isUnused(file)) continue
        found.add(file)
        visit(file)
      }
    }
    visit(page)
    return [...found].sort()
  }
}

const isOfCapitals = (name: string): boolean => /-capitals\.[^/]*woff2$/.test(name)

/** Whether it may name other files. */
export const isWritten = (name: string): boolean => /\.(?:html|js|css|webmanifest|svg)$/.test(name)
