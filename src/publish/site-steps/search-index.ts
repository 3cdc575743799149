import { keepNothing, type KeepAwaited } from '../../kept/keep.ts'
import type { Findable } from '../../formats/search/index.ts'
import type { SiteStep } from '../site.ts'
import { buildIndex, type IndexFile } from './search/build-index.ts'
import { lexicon } from './search/lexicon.ts'

/**
 * The search index, below `suche/index/`. `lexicon.pf_words`, `pagefind.de.pf_meta` and `wasm.de.pagefind` keep
 * their names; the names of all other files contain a hash of their content.
 */
export const searchIndex =
  (found: Findable, keep: KeepAwaited = keepNothing): SiteStep =>
  async (site) => {
    if (found.records.length === 0) return 'nothing to find'
    const files = await keep('search-index', [found], async (): Promise<IndexFile[]> => {
      const index = await buildIndex(found.records)
      return [
        { path: 'lexicon.pf_words', content: lexicon(found, index) },
        ...index.files.flatMap(served),
      ]
    })
    await site.remove('suche/index')
    for (const { path, content } of files) await site.write(`suche/index/${path}`, content)
    const size = files.reduce((sum, { content }) => sum + content.length, 0)
    return `${found.records.length} records, ${files.length} files, ${Math.round(size / 1000)} KB`
  }

/**
 * Leaves out Pagefind's scripts, since `client/search/engine.ts` uses its WebAssembly directly, and its filters, since
 * the lexicon has the kind and text of every record.
 */
function served({ path, content }: IndexFile): IndexFile[] {
  if (path.endsWith('.pf_meta')) return [{ path: 'pagefind.de.pf_meta', content }]
  return /^(?:index|fragment)\/|^wasm\.de\./.test(path) ? [{ path, content }] : []
}
