import { readFileSync } from 'node:fs'
import type { Findable } from '../../formats/search/index.ts'
import { byProperty, byTag, copyWithout, findAll, textOf } from '../hast.ts'
import { fileAt, targetOf } from '../links.ts'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'
import { composeFile } from './single-file/compose.ts'
import { partsOfEdition, partsOfText } from './single-file/parts.ts'
import { bundleScript } from './single-file/script.ts'
import { placedRecords, searchElements } from './single-file/search.ts'
import { readPages, type SitePage } from './single-file/site-pages.ts'

const ownStyles = readFileSync(new URL('./single-file/file.css', import.meta.url), 'utf8')

/** Writes the files offered on the page „Offline lesen“ (`a[data-holds]`), and their sizes into the pages. */
export const singleFiles =
  (found: Findable): SiteStep =>
  async (site) => {
    const offered = readOffers(site)
    const pages = await readPages(site)
    const script = await bundleScript()
    const inFile = placedRecords(found, site.address)
    const published = site.address.hostname !== 'localhost'
    const read = (url: string) => site.readSync(fileAt(site.address, '', url) ?? url)
    // Concurrently, since Pagefind indexes in another process, but only a few, since files of large editions need much
    // memory.
    const sizes = await mapLimited(offered, 3, async ({ name, holds }) => {
      const { path, tree } = pages.get(holds)!
      const first = { path, tree: copyWithout(tree, () => false) }
      const parts = holds
        ? partsOfText(first, pages, (page, href) => targetOf(site.address, page, href))
        : partsOfEdition(pages)
      const styles = [
        ...stylesOf([first, ...parts.map((part) => pages.get(part.path)!)]),
        ownStyles,
      ]
      const html = await composeFile({
        ...{ first, parts, script, styles, read, published },
        site: site.address,
        search: (anchors) => searchElements(inFile, anchors),
      })
      await site.write(name, html)
      return [name, formatBytes(Buffer.byteLength(html))] as const
    })
    for (const page of site.pages) fillPlaceholders(page, 'dataSizeOf', Object.fromEntries(sizes))
    return sizes.map((entry) => entry.join(' ')).join(', ')
  }

/** Maps items with limited concurrency; results are in the order of the items. */
async function mapLimited<T, R>(
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

function readOffers(site: Site): Offer[] {
  const offers = site.page('offline/index.html')
  if (!offers) return []
  return findAll(offers.tree, byProperty('dataHolds')).map(
    ({ properties: { href, dataHolds } }) => ({
      name: targetOf(site.address, '', String(href))!,
      holds: String(dataHolds),
    }),
  )
}

/** Style sheets of pages, except for the one that prints the address of a page in its footer. */
function stylesOf(pages: readonly SitePage[]): Set<string> {
  const sheets = pages.flatMap(({ tree }) => findAll(tree, byTag('style')).map(textOf))
  return new Set(sheets.filter((css) => !css.startsWith('@page')))
}
