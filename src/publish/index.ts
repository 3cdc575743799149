import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { builtEdition } from '../edition/built.ts'
import { createUrls } from '../formats/html/site/urls.ts'
import { searchRecords, type Findable } from '../formats/search/index.ts'
import { contentSecurityPolicy } from './page-steps/content-security-policy.ts'
import { figureSizes } from './page-steps/figure-sizes.ts'
import { smallCapitals } from './page-steps/small-capitals.ts'
import { openSite, type PageStep, type SiteStep } from './site.ts'
import { editionEpub } from './site-steps/edition-epub.ts'
import { publicFiles } from './site-steps/public-files.ts'
import { searchIndex } from './site-steps/search-index.ts'
import { serviceWorker } from './site-steps/service-worker.ts'
import { singleFiles } from './site-steps/single-files.ts'
import { sitemap } from './site-steps/sitemap.ts'
import { textForms } from './site-steps/text-forms.ts'
import { socialCards } from './site-steps/social-cards.ts'

/** Steps run on each page. The policy hashes scripts and styles, which later steps do not change. */
const pageSteps: Record<string, PageStep> = { figureSizes, smallCapitals, contentSecurityPolicy }

/** Steps on the whole site, in stages. The steps of a stage are independent and run concurrently. */
const stages = (found: Findable): Record<string, SiteStep>[] => [
  { textForms, editionEpub },
  { sitemap, socialCards, searchIndex: searchIndex(found) },
  // Made from the pages; writes the files' sizes into them.
  { singleFiles: singleFiles(found) },
  // Lists the bytes of all files.
  { serviceWorker },
]

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
      'astro:build:done': async ({ dir, logger }) => {
        const audience = process.env.AUDIENCE ?? 'public'
        const site = await openSite({ folder: fileURLToPath(dir), address, audience })
        const run = (name: string, step: SiteStep) => timed(name, () => step(site), logger)
        // First, because page steps read pictures.
        await run('publicFiles', publicFiles(publicFolder))
        for (const [name, step] of Object.entries(pageSteps))
          await run(name, async () => {
            for (const page of site.pages) await step(page, site)
            return `${site.pages.length} pages`
          })
        const found = searchRecords(builtEdition(), createUrls(address.pathname))
        for (const stage of stages(found))
          await Promise.all(Object.entries(stage).map(([name, step]) => run(name, step)))
        await site.writePages()
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
