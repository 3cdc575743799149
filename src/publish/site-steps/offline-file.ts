import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composeFile } from './offline-file/compose.ts'
import { targetOf } from './offline-file/links.ts'
import { partsOfEdition, partsOfText } from './offline-file/parts.ts'
import { bundleScript } from './offline-file/script.ts'
import { findable, searchElements } from './offline-file/search.ts'
import { readPages, type SitePage } from './offline-file/site-pages.ts'
import { byProperty, byTag, findAll, readHtml, textOf } from './offline-file/tree.ts'
import { pagesIn } from '../pages.ts'
import { fillPlaceholders, formatBytes } from '../page-steps/placeholders.ts'
import { readSite } from './search/read-site.ts'
import type { Site, Step } from '../site.ts'

/**
 * The files that the page „Offline lesen“ offers (`a[data-holds]`), and their sizes wherever a page gives them.
 * Needs the finished pages; comes before the service worker, since it writes into them.
 */
export const offlineFile: Step = async (site) => {
  const { folder } = site
  // esbuild is a process of its own and works beside the reading.
  const [script, offered, pages, found, own] = await Promise.all([
    bundleScript(),
    readOffers(site),
    readPages(folder),
    readSite(site),
    readFile(new URL('./offline-file/file.css', import.meta.url), 'utf8'),
  ])
  const inFile = findable(found, site.address)
  const published = site.address.hostname !== 'localhost'
  const read = (url: string) =>
    readFileSync(join(folder, decodeURI(targetOf(site.address, '', url) ?? url)))
  // While Pagefind, a process of its own, indexes a file, the next one is composed. Few at a time: a file of a large
  // edition is large.
  const sizes = await inTurns(offered, 3, async ({ name, holds }) => {
    const { path, tree } = pages.get(holds)!
    const first = { path, tree: structuredClone(tree) }
    const parts = holds
      ? partsOfText(first, pages, (page, href) => targetOf(site.address, page, href))
      : partsOfEdition(pages)
    const styles = [...stylesOf([first, ...parts.map((part) => pages.get(part.path)!)]), own]
    const html = await composeFile({
      ...{ first, parts, script, styles, read, published },
      site: site.address,
      search: (anchors) => searchElements(inFile, anchors),
    })
    await writeFile(join(folder, name), html)
    return [name, formatBytes(Buffer.byteLength(html))] as const
  })
  await fillSizes(folder, Object.fromEntries(sizes))
  return sizes.map((entry) => entry.join(' ')).join(', ')
}

/** Acts on every item, so many at a time; results in the order of the items. */
async function inTurns<T, R>(
  items: readonly T[],
  limit: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const left = items.entries()
  const worker = async () => {
    for (const [i, item] of left) results[i] = await act(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

interface Offer {
  name: string
  holds: string
}

async function readOffers({ folder, address }: Site): Promise<Offer[]> {
  const tree = readHtml(await readFile(join(folder, 'offline/index.html'), 'utf8'))
  return findAll(tree, byProperty('dataHolds')).map(({ properties: { href, dataHolds } }) => ({
    name: targetOf(address, '', String(href))!,
    holds: String(dataHolds),
  }))
}

/** Each page has a sheet that writes its address at the foot of the paper; the file is none of these pages. */
function stylesOf(pages: readonly SitePage[]): Set<string> {
  const sheets = pages.flatMap(({ tree }) => findAll(tree, byTag('style')).map(textOf))
  return new Set(sheets.filter((css) => !css.startsWith('@page')))
}

async function fillSizes(folder: string, sizes: Record<string, string>) {
  for (const name of (await pagesIn(folder)).filter((page) => page.endsWith('index.html'))) {
    const path = join(folder, name)
    const html = await readFile(path, 'utf8')
    if (html.includes('data-size-of='))
      await writeFile(path, fillPlaceholders(html, 'data-size-of', sizes))
  }
}
