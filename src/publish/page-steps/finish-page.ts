import type { PageFacts } from '../page-facts.ts'
import { Page, type Seal, type Splice } from '../page.ts'
import type { PageStep, Site } from '../site.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { figureSizes } from './figure-sizes.ts'
import { smallCapitals } from './small-capitals.ts'

/** What has been put into a page, and what is known of it then. */
export interface Finished {
  changes: readonly Splice[]
  facts: PageFacts
  seal: Seal
}

/** Run on each page in turn. The policy hashes scripts and styles, which later steps do not change. */
const pageSteps: readonly PageStep[] = [figureSizes, smallCapitals, contentSecurityPolicy]

/** @param html as it was rendered */
export async function finishPage(name: string, html: string, site: Site): Promise<Finished> {
  const page = new Page(name, { read: () => html, write: () => {} })
  for (const step of pageSteps) await step(page, site)
  const { changes, facts, seal } = page
  return { changes, facts, seal }
}
