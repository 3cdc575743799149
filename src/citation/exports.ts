/** The bibliography for other programs. */
import type { Work } from './csl.ts'

export { toBibtex } from './bibtex.ts'
export { toRis } from './ris.ts'

/** As Zotero reads it, with the notes that say where the data come from. */
export const toCslJson = (works: readonly Work[]): string => `${JSON.stringify(works, null, 2)}\n`
