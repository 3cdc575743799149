import { hashOf, type KeepAwaited } from '../../kept/keep.ts'
import { contentSecurityPolicy } from '../page-steps/content-security-policy.ts'
import { figureSizes } from '../page-steps/figure-sizes.ts'
import { capitalsOf, smallCapitals } from '../page-steps/small-capitals.ts'
import type { PageStep, SiteStep } from '../site.ts'

/** Run on each page in turn. The policy hashes scripts and styles, which later steps do not change. */
const pageSteps: readonly PageStep[] = [figureSizes, smallCapitals, contentSecurityPolicy]

/** One page after the other, since those of many texts have no room in memory together. */
export const finishPages =
  (keep: KeepAwaited): SiteStep =>
  async (site) => {
    // All that steps know besides the page.
    const around = hashOf(site.address.href, capitalsOf(site), await site.pictures())
    for (const page of site.pages) {
      const { changes, facts, seal } = await keep(
        'finished',
        [page.name, page.seal.hash, around],
        async () => {
          for (const step of pageSteps) await step(page, site)
          return { changes: page.changes, facts: page.facts, seal: page.seal }
        },
      )
      page.repeat(changes, facts, seal)
      page.release()
    }
    return `${site.pages.length}`
  }
