import type { Work } from './csl.ts'
import { toBibtex, toRis } from './exports.ts'
import { ADDRESS, LOCATOR } from './pieces.ts'
import { referenceTemplates } from './templates.ts'

/**
 * What the browser needs to cite a place in a text (`texte/<slug>/nachweis.json`). U+E000 stands for the address,
 * U+E001 for the place, „Abs. 14, S. 104“.
 */
export const citationData = (work: Work) => ({
  address: work.URL!,
  version: String(work.version),
  styles: referenceTemplates(work),
  bibtex: toBibtex([{ ...work, URL: ADDRESS }], LOCATOR),
  ris: toRis([{ ...work, URL: ADDRESS }], LOCATOR),
  csl: work,
})
