import type { Findable } from '../../formats/search/index.ts'
import { hashOf, type KeepAwaited } from '../../kept/keep.ts'
import { byProperty, byTag, findAll, textOf } from '../hast.ts'
import { fileAt, targetOf } from '../links.ts'
import { formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'
import { forEachAtOnce, once, openThreads } from '../threads.ts'
import type { FoundPostings } from './search/find-postings.ts'
import { composeFile } from './single-file/compose.ts'
import { partsOfEdition } from './single-file/parts.ts'
import { bundleScript } from './single-file/script.ts'
import { placedRecords, searchElements, type PlacedRecords } from './single-file/search.ts'
import { sitePages, type SitePages } from './single-file/site-pages.ts'
import { stylesOf } from './single-file/styles.ts'
import { textOrder, type TextOrder } from './single-file/text-order.ts'

const worker = new URL('./single-file/text-file-worker.ts', import.meta.url)

/** Writes the files offered on the page „Offline lesen“ (`a[data-holds]`): those of texts side by side in threads. */
export const singleFiles =
  (found: Findable, keep: KeepAwaited, postings: () => Promise<FoundPostings>): SiteStep =>
  async (site) => {
    const pages = sitePages(site, keep)
    const records = placedRecords(found, site.address)
    const around = {
      published: site.address.hostname !== 'localhost',
      pictures: await site.pictures(),
    }
    const script = once(bundleScript)
    const threads = openThreads<TextOrder, string>(worker, async () => ({
      folder: site.folder,
      script: await script(),
    }))
    let made = 0
    const fileOf = async (path: string): Promise<string> => {
      if (path === '') {
        const inputs = [await inputsOfEdition(site, pages), records.all, records.texts, around]
        return keep('single-file', [site.address.href, inputs], async () => {
          made += 1
          return makeEditionFile(site, pages, records, {
            published: around.published,
            script: await script(),
            found: await postings(),
          })
        })
      }
      const { inputs, order } = await textOrder(path, site, pages, records, around, postings)
      return keep('single-file', inputs, async () => {
        made += 1
        return threads.ask(await order())
      })
    }
    const offered = readOffers(site)
    try {
      await forEachAtOnce(offered, async ({ name, holds }) => {
        const html = await fileOf(holds)
        await site.write(name, html)
        site.sizes[name] = formatBytes(Buffer.byteLength(html))
      })
    } finally {
      await threads.close()
    }
    return `${offered.length} files, ${made} of them made anew`
  }

interface Offer {
  name: string
  /** Path of the page; empty: the whole edition. */
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

/** Hashes of all pages, and of the data that those of texts load. */
async function inputsOfEdition(site: Site, pages: SitePages): Promise<string[][]> {
  const hashes: string[][] = []
  for (const path of pages.paths) hashes.push([path, hashOf(site.page(`${path}index.html`)!.html)])
  for (const name of site.files.filter((name) => name.endsWith('/nachweis.json')))
    hashes.push([name, hashOf(await site.read(name))])
  return hashes
}

async function makeEditionFile(
  site: Site,
  pages: SitePages,
  records: PlacedRecords,
  { published, script, found }: { published: boolean; script: string; found: FoundPostings },
): Promise<string> {
  const first = await pages.open('')
  const parts = await partsOfEdition(pages)
  const sheets: string[] = []
  for (const { path } of parts)
    sheets.push(...findAll((await pages.open(path)).tree, byTag('style')).map(textOf))
  return composeFile({
    ...{ first, parts, published, script, site: site.address },
    styles: stylesOf([...findAll(first.tree, byTag('style')).map(textOf), ...sheets]),
    encode: (url) => site.readSync(fileAt(site.address, '', url) ?? url).toString('base64'),
    search: (anchors) => searchElements(records, found, anchors),
  })
}
