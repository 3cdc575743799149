/** The bibliography for other programs. */
import type { Work } from './csl.ts'

export { toBibtex } from './bibtex.ts'
export { toRis } from './ris.ts'

/** CSL-JSON as Zotero imports it, with the notes on the sources of the data. */
export const toCslJson = (works: readonly Work[]): string => `${JSON.stringify(works, null, 2)}\n`
