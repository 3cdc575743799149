import { fillPlaceholders } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'

/** Writes the sizes of all files that other steps have made into the pages that offer them. */
export const fileSizes: SiteStep = (site) => {
  for (const page of site.pages) fillPlaceholders(page, 'data-size-of', site.sizes)
  return `of ${Object.keys(site.sizes).length} files`
}
