import { sizeOf } from '../page-facts.ts'
import { fillPlaceholders } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'

/** Writes the pages, with the sizes of all files that other steps have made where they are offered. */
export const fileSizes: SiteStep = (site) => {
  for (const page of site.pages) {
    if (page.facts.isSized) fillPlaceholders(page, sizeOf, site.sizes)
    page.save()
  }
  return `of ${Object.keys(site.sizes).length} files`
}
