import { readFileSync } from 'node:fs'
import type { Findable } from '../../formats/search/index.ts'
import { byProperty, byTag, copyWithout, findAll, textOf } from '../hast.ts'
import { targetOf } from '../links.ts'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'
import { composeFile } from './single-file/compose.ts'
import { partsOfEdition, partsOfText } from './single-file/parts.ts'
import { bundleScript } from './single-file/script.ts'
import { placedRecords, searchElements } from './single-file/search.ts'
import { readPages, type SitePage } from './single-file/site-pages.ts'

const ownStyles = readFileSync(new URL('./single-file/file.css', import.meta.url), 'utf8')

/** The files that the page „Offline lesen“ offers (`a[data-holds]`), and their sizes wherever a page gives them. */
export const singleFiles =
  (found: Findable): SiteStep =>
  async (site) => {
    const offered = readOffers(site)
    const pages = await readPages(site)
    const script = await bundleScript()
    const inFile = placedRecords(found, site.address)
    const published = site.address.hostname !== 'localhost'
    const read = (url: string) => site.readSync(decodeURI(targetOf(site.address, '', url) ?? url))
    // While Pagefind, a process of its own, indexes a file, the next one is composed. Few at a time: a file of a large
    // edition is large.
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

/** Acts on every item, so many at a time; results in the order of the items. */
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

/** Each page has a sheet that writes its address at the foot of the paper; the file is none of these pages. */
function stylesOf(pages: readonly SitePage[]): Set<string> {
  const sheets = pages.flatMap(({ tree }) => findAll(tree, byTag('style')).map(textOf))
  return new Set(sheets.filter((css) => !css.startsWith('@page')))
}
