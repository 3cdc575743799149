import { fileURLToPath } from 'node:url'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { contentSecurityPolicy } from './page-steps/content-security-policy.ts'
import { figureSizes } from './page-steps/figure-sizes.ts'
import { offlineFile } from './site-steps/offline-file.ts'
import { searchIndex } from './site-steps/search-index.ts'
import { serviceWorker } from './site-steps/service-worker.ts'
import { sitemap } from './site-steps/sitemap.ts'
import { socialCard } from './site-steps/social-card.ts'
import type { Site, Step } from './site.ts'
import { withheldFigures } from './site-steps/withheld-figures.ts'

/**
 * In this order: figures get their sizes before anybody reads the pages, the policy hashes what the pages hold, files
 * hold the pages, the worker lists them byte by byte.
 * Steps of a stage know nothing of each other and run side by side.
 */
const stages: Record<string, Step>[] = [
  { withheldFigures },
  { figureSizes },
  { sitemap, socialCard, searchIndex },
  { contentSecurityPolicy },
  { offlineFile },
  { serviceWorker },
]

/** What needs the finished site. */
export function publish(): AstroIntegration {
  let address: URL
  return {
    name: 'publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = new URL(config.base.replace(/\/?$/, '/'), config.site)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const audience = process.env.AUDIENCE ?? 'public'
        const folder = fileURLToPath(dir)
        const site: Site = { folder, address, audience, log: (message) => logger.info(message) }
        for (const stage of stages)
          await Promise.all(
            Object.entries(stage).map(([name, step]) => timed(name, step, site, logger)),
          )
      },
    },
  }
}

async function timed(name: string, step: Step, site: Site, logger: AstroIntegrationLogger) {
  const start = performance.now()
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  try {
    const done = await step(site)
    logger.info(`${words}: ${done} (${Math.round(performance.now() - start)} ms)`)
  } catch (cause) {
    throw new Error(`Publishing stopped at “${words}”.`, { cause })
  }
}
