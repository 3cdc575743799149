import type { Findable } from '../../formats/search/index.ts'
import type { SiteStep } from '../site.ts'
import { makeIndex, type MadeIndex } from './search/make-index.ts'

/**
 * The search index, below `suche/index/`. `lexicon.pf_words`, `pagefind.de.pf_meta` and `wasm.de.pagefind` keep
 * their names; the names of all other files contain a hash of their content.
 * @param made of the same records
 */
export const searchIndex =
  (found: Findable, made: Pick<MadeIndex, 'files'> = makeIndex(found)): SiteStep =>
  async (site) => {
    if (found.records.length === 0) return 'nothing to find'
    const files = await made.files()
    await site.remove('suche/index')
    for (const { path, content } of files) await site.write(`suche/index/${path}`, content)
    const size = files.reduce((sum, { content }) => sum + content.length, 0)
    return `${found.records.length} records, ${files.length} files, ${Math.round(size / 1000)} KB`
  }
