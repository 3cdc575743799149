import type { Findable } from '../../formats/search/index.ts'
import { hashOf, type KeepAwaited } from '../../kept/keep.ts'
import { byProperty, byTag, findAll, textOf } from '../hast.ts'
import { fileAt, targetOf } from '../links.ts'
import { sealOf } from '../page.ts'
import { formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'
import { forEachAtOnce, once, openThreads } from '../threads.ts'
import type { FoundPostings } from './search/find-postings.ts'
import { composeFile } from './single-file/compose.ts'
import { makeTextFile } from './single-file/make-text-file.ts'
import { partsOfEdition, takeThumbBar } from './single-file/parts.ts'
import { bundleScript } from './single-file/script.ts'
import { placedRecords, searchElements, type PlacedRecords } from './single-file/search.ts'
import { sealsOf, sitePages, type SitePages } from './single-file/site-pages.ts'
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
    const script = once(() => keep('single-file-script', [], bundleScript))
    const shared = once(async () => ({ folder: site.folder, script: await script() }))
    const threads = openThreads<TextOrder, string>(worker, shared)
    let made = 0
    /** What the file is made of, and what makes it. */
    const orderOf = async (path: string): Promise<[inputs: unknown[], () => Promise<string>]> => {
      if (path !== '') {
        const { inputs, order } = await textOrder(path, site, pages, records, around, postings)
        const make = async () =>
          // A thread takes longer to begin than to make one file.
          made === 1 ? makeTextFile(await order(), await shared()) : threads.ask(await order())
        return [inputs, make]
      }
      const inputs = [await inputsOfEdition(site, pages), records.all, records.texts, around]
      const make = async () =>
        makeEditionFile(site, pages, records, {
          published: around.published,
          script: await script(),
          found: await postings(),
        })
      return [[site.address.href, inputs], make]
    }
    const offered = readOffers(site)
    try {
      await forEachAtOnce(offered, async ({ name, holds }) => {
        const [inputs, make] = await orderOf(holds)
        const hash = hashOf(inputs)
        let html: string | undefined
        const read = async () =>
          (html ??= await keep('single-file', [hash], async () => {
            made += 1
            return make()
          }))
        // By its seal it is taken over without being read from what is kept.
        const seal = await keep('single-file-seal', [hash], async () => sealOf(await read()))
        if (!(await site.takeOver(name, seal))) await site.write(name, await read())
        site.sizes[name] = formatBytes(seal.bytes)
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
  for (const path of pages.paths) hashes.push([path, ...sealsOf(site, path)])
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
  await takeThumbBar(first, pages)
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
