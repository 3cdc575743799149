import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { hashOfCode } from '../kept/code.ts'
import { hashOf, keepAwaitedIn, type KeepAwaited } from '../kept/keep.ts'
import { openMemo, type Memo } from '../kept/memo.ts'
import { openStore } from '../kept/store.ts'
import { builtEdition } from '../edition/built.ts'
import { createUrls } from '../formats/html/site/urls.ts'
import { searchRecords, type Findable } from '../formats/search/index.ts'
import { isAudience, siteFolder } from './folders.ts'
import { keepPages } from './kept-pages.ts'
import { openSite, type SiteStep } from './site.ts'
import { editionEpub } from './site-steps/edition-epub.ts'
import { finishPages } from './site-steps/finish-pages.ts'
import { fileSizes } from './site-steps/file-sizes.ts'
import { icons } from './site-steps/icons.ts'
import { publicFiles } from './site-steps/public-files.ts'
import { scriptFaces } from './site-steps/script-faces.ts'
import { findPostings } from './site-steps/search/find-postings.ts'
import { searchIndex } from './site-steps/search-index.ts'
import { serviceWorker } from './site-steps/service-worker.ts'
import { singleFiles } from './site-steps/single-files.ts'
import { sitemap } from './site-steps/sitemap.ts'
import { textForms } from './site-steps/text-forms.ts'
import { socialCards } from './site-steps/social-cards.ts'
import { once } from './threads.ts'

/** Steps on the whole site, in stages. The steps of a stage are independent and run concurrently. */
const stages = (
  found: Findable,
  keep: KeepAwaited,
  packed: () => Memo,
): Record<string, SiteStep>[] => {
  const postings = once(() => findPostings(found.records, keep))
  return [
    { textForms, editionEpub: editionEpub(keep) },
    {
      sitemap,
      socialCards: socialCards(keep),
      searchIndex: searchIndex(found, keep, postings, packed),
    },
    // Made from the pages.
    { singleFiles: singleFiles(found, keep, postings) },
    { fileSizes },
    // Lists the bytes of all files.
    { serviceWorker },
  ]
}

/** Keeps Vite from copying all of public/, before it is known which texts the site leaves out. */
const copyNothing: Plugin = {
  name: 'copy-nothing',
  configEnvironment: {
    order: 'post',
    handler: () => ({ build: { copyPublicDir: false } }),
  },
}

/** Astro integration that runs all steps on the finished site. */
export function publish(): AstroIntegration {
  const audience = process.env.AUDIENCE ?? 'public'
  let address: URL
  let publicFolder: string
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [copyNothing] } })
      },
      'astro:config:done': ({ config }) => {
        publicFolder = fileURLToPath(config.publicDir)
        address = new URL(config.base.replace(/\/?$/, '/'), config.site)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const keep = keepAwaitedIn(openStore(), hashOf(hashOfCode(), address.href, audience))
        setPrerenderer((inner) => keepPages(inner, keep, address.pathname))
      },
      'astro:build:done': async ({ dir, logger }) => {
        const store = openStore()
        const keep = keepAwaitedIn(store)
        const folder = fileURLToPath(dir)
        const olderFolder = isAudience(audience) ? siteFolder(audience) : undefined
        const facts = { folder, address, audience, publicFolder }
        const site = await openSite(olderFolder ? { ...facts, olderFolder } : facts)
        const run = (name: string, step: SiteStep) => timed(name, () => step(site), logger)
        await run('pages', finishPages(keep))
        await run('scriptFaces', scriptFaces)
        await run('publicFiles', publicFiles(publicFolder))
        await run('icons', icons)
        const found = searchRecords(builtEdition(), createUrls(address.pathname))
        const packed = () => openMemo(store, ['search-index', publicFolder, address.href, audience])
        for (const stage of stages(found, keep, packed))
          await Promise.all(Object.entries(stage).map(([name, step]) => run(name, step)))
        store.clear()
      },
    },
  }
}

async function timed(
  name: string,
  act: () => Promise<string> | string,
  logger: AstroIntegrationLogger,
) {
  const start = performance.now()
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  try {
    const done = await act()
    logger.info(`${words}: ${done} (${Math.round(performance.now() - start)} ms)`)
  } catch (cause) {
    throw new Error(`Publishing stopped at “${words}”.`, { cause })
  }
}
