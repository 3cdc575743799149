import { posix } from 'node:path'

/** Largest search index, in bytes, that is stored unasked. */
const largestIndex = 500_000

/**
 * `always`: stored with the first page that a reader opens. Names: a page, stored once it has been opened, with these
 * files that it alone needs. null: stored with a page that needs it, or with the whole edition.
 */
export type Needs = 'always' | readonly string[] | null

/**
 * When each file is stored on a reader's device.
 * @param contents of all files for reading, by name
 * @returns by the same names
 */
export function needsOf(contents: ReadonlyMap<string, Buffer>): Map<string, Needs> {
  const names = [...contents.keys()]
  const pages = names.filter((name) => name.endsWith('.html'))
  const index = names.filter((name) => name.startsWith('suche/index/'))
  const sizeOfIndex = index.reduce((sum, name) => sum + contents.get(name)!.length, 0)

  const needed = createSearch(contents)
  const always = new Set(['index.html', 'offline/index.html'].filter((name) => contents.has(name)))
  for (const name of [...always]) for (const file of needed(name)) always.add(file)
  for (const name of pages.filter(isText))
    for (const file of needed(name))
      if (file.startsWith('_astro/') && !isOfCapitals(file)) always.add(file)
  if (sizeOfIndex <= largestIndex) for (const name of index) always.add(name)

  const needsOfFile = (name: string): Needs => {
    if (always.has(name)) return 'always'
    return name.endsWith('.html') ? needed(name).filter((file) => !always.has(file)) : null
  }
  return new Map(names.map((name) => [name, needsOfFile(name)]))
}

const isText = (name: string): boolean => /^texte\/[^/]+\/index\.html$/.test(name)

/** Files that a page needs: those it names, those these name, and the data in its own folder. */
function createSearch(contents: ReadonlyMap<string, Buffer>): (page: string) => string[] {
  const others = [...contents.keys()].filter(
    (name) => !name.endsWith('.html') && !name.startsWith('suche/index/'),
  )
  const byFolder = Map.groupBy(others, posix.dirname)
  const isData = (name: string) => contents.has(`${posix.dirname(name)}/index.html`)
  const byName = Map.groupBy(
    others.filter((name) => !isData(name)),
    (name) => posix.basename(name),
  )
  const known = new Map<string, string[]>()
  const namedIn = (name: string): string[] => {
    let named = known.get(name)
    if (!named) known.set(name, (named = isWritten(name) ? namesIn(contents.get(name)!) : []))
    return named
  }
  const namesIn = (content: Buffer): string[] => [
    ...new Set(
      [...content.toString().matchAll(fileName)].flatMap(([name]) => byName.get(name) ?? []),
    ),
  ]
  return (page) => {
    const folder = posix.dirname(page)
    const found = new Set(folder === '.' ? [] : byFolder.get(folder))
    const html = contents.get(page)!.toString()
    // Every page names the fonts of small capitals; those that have any ask for them at once.
    const isUnused = (name: string) => isOfCapitals(name) && !isPreloaded(html, name)
    const visit = (name: string) => {
      for (const file of namedIn(name)) {
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

const isPreloaded = (html: string, name: string): boolean =>
  [...html.matchAll(/<link [^>]*rel="?preload[^>]*>/g)].some(([link]) =>
    link.includes(posix.basename(name)),
  )

const fileName = /[\w%.-]+\.[a-z][a-z0-9]{1,10}(?![\w-])/g

const isWritten = (name: string): boolean => /\.(?:html|js|css|webmanifest|svg)$/.test(name)
