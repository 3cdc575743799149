import type { Work } from './csl.ts'
import { toBibtex, toRis } from './exports.ts'
import { ADDRESS, LOCATOR } from './pieces.ts'
import { referenceTemplates } from './templates.ts'

/**
 * Data with which the browser cites a place in a text (`texte/<slug>/nachweis.json`). U+E000 is the placeholder for
 * the address, U+E001 for the place, such as „Abs. 14, S. 104“.
 */
export const citationData = (work: Work) => ({
  address: work.URL!,
  version: String(work.version),
  styles: referenceTemplates(work),
  bibtex: toBibtex([{ ...work, URL: ADDRESS }], LOCATOR),
  ris: toRis([{ ...work, URL: ADDRESS }], LOCATOR),
  csl: work,
})
