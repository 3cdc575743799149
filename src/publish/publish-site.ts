import { rm } from 'node:fs/promises'
import type { AstroPrerenderer } from 'astro'
import { builtEdition } from '../edition/built.ts'
import { createUrls } from '../formats/html/site/urls.ts'
import { searchRecords } from '../formats/search/index.ts'
import { hashOfCode } from '../kept/code.ts'
import { hashOf, keepAwaitedIn, type KeepAwaited } from '../kept/keep.ts'
import { openStore } from '../kept/store.ts'
import { putFiles, type Bundle } from './bundle.ts'
import { isAudience, siteFolder } from './folders.ts'
import { keepPages } from './kept-pages.ts'
import { finishPages } from './page-steps/finish-pages.ts'
import { openRenderer, rendererBeside, renderPages } from './render-pages.ts'
import { isPage, openSite, type Site, type SiteFacts, type SiteStep } from './site.ts'
import { editionEpub } from './site-steps/edition-epub.ts'
import { fileSizes } from './site-steps/file-sizes.ts'
import { icons } from './site-steps/icons.ts'
import { publicFiles } from './site-steps/public-files.ts'
import { scriptFaces } from './site-steps/script-faces.ts'
import { searchIndex } from './site-steps/search-index.ts'
import { startIndex, type StartedIndex } from './site-steps/search/start-index.ts'
import { serviceWorker } from './site-steps/service-worker.ts'
import { singleFiles } from './site-steps/single-files.ts'
import { sitemap } from './site-steps/sitemap.ts'
import { socialCards } from './site-steps/social-cards.ts'
import { textForms } from './site-steps/text-forms.ts'

/** For whom and where a site is. */
export interface Place {
  audience: string
  /** Address of the site, base path included. */
  address: URL
  publicFolder: string
}

/** Steps on the whole site, in stages. The steps of a stage are independent and run concurrently. */
const stages = (index: StartedIndex, keep: KeepAwaited): Record<string, SiteStep>[] => [
  { textForms, editionEpub: editionEpub(keep) },
  { sitemap, socialCards: socialCards(keep), searchIndex: searchIndex(index.found, index) },
  // Made from the pages.
  { singleFiles: singleFiles(index.found, keep, index.postings) },
  { fileSizes },
  // Lists the bytes of all files.
  { serviceWorker },
]

/** Renders again only pages that have changed; `begun` as in `keepPages`. */
function keepPagesAt(
  { audience, address }: Place,
  inner: AstroPrerenderer,
  begun: () => void,
): AstroPrerenderer {
  const keep = keepAwaitedIn(openStore(), hashOf(hashOfCode(), address.href, audience))
  return keepPages(inner, keep, address.pathname, begun)
}

/** Begins what needs the edition, and no page. */
function beginIndex({ address, audience, publicFolder }: Place): StartedIndex {
  const edition = builtEdition()
  const found = searchRecords(edition, createUrls(address.pathname, edition.bibliography))
  return startIndex(found, ['search-index', publicFolder, address.href, audience])
}

/** Renders the pages by this bundle, and makes the whole site of them in this folder. */
export async function publishSite(bundle: Bundle, folder: string, place: Place): Promise<void> {
  const store = openStore()
  const keep = keepAwaitedIn(store)
  const olderFolder = isAudience(place.audience) ? siteFolder(place.audience) : undefined
  const facts: SiteFacts = { folder, ...place, ...(olderFolder && { olderFolder }) }
  await rm(folder, { recursive: true, force: true })
  putFiles(bundle.files, folder)
  const site = await openSite(facts)
  const index = await renderInto(site, facts, place, bundle, keep)
  const run = (name: string, step: SiteStep) => timed(name, () => step(site))
  try {
    await run('scriptFaces', scriptFaces)
    await run('publicFiles', publicFiles(place.publicFolder))
    await run('icons', icons)
    for (const stage of stages(index, keep))
      await Promise.all(Object.entries(stage).map(([name, step]) => run(name, step)))
  } finally {
    // A thread that is left open keeps a build that has failed from ending.
    await index.close()
  }
  store.clear()
}

/** Renders and finishes all pages. The search index begins before them: it needs the edition alone. */
async function renderInto(
  site: Site,
  facts: SiteFacts,
  place: Place,
  bundle: Bundle,
  keep: KeepAwaited,
): Promise<StartedIndex> {
  const start = performance.now()
  let index: StartedIndex | undefined
  const begin = () => void (index = beginIndex(place))
  const renderer = await openRenderer(bundle, rendererBeside(site.folder))
  const finishing = await finishPages(site, facts, keep)
  const write = (name: string, content: Uint8Array) =>
    isPage(name) ? finishing.add(name, Buffer.from(content).toString()) : site.write(name, content)
  try {
    await renderPages(keepPagesAt(place, renderer, begin), place, write)
    await finishing.end()
  } catch (error) {
    await finishing.end().catch(() => {})
    await index?.close()
    throw error
  }
  await renderer.teardown!()
  say(`pages: ${site.pages.length} (${Math.round(performance.now() - start)} ms)`)
  return index!
}

const say = (message: string) => void process.stdout.write(`[publish] ${message}\n`)

async function timed(name: string, act: () => Promise<string> | string) {
  const start = performance.now()
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  try {
    const done = await act()
    say(`${words}: ${done} (${Math.round(performance.now() - start)} ms)`)
  } catch (cause) {
    throw new Error(`Publishing stopped at “${words}”.`, { cause })
  }
}
