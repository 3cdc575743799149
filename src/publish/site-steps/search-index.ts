import type { Findable } from '../../formats/search/index.ts'
import { keepNothing, type KeepAwaited } from '../../kept/keep.ts'
import { noMemo, type Memo } from '../../kept/memo.ts'
import type { SiteStep } from '../site.ts'
import { findPostings, type FoundPostings } from './search/find-postings.ts'
import { writeIndex } from './search/write-index.ts'

/**
 * The search index, below `suche/index/`. `lexicon.pf_words`, `pagefind.de.pf_meta` and `wasm.de.pagefind` keep
 * their names; the names of all other files contain a hash of their content.
 * @param postings of the same records
 */
export const searchIndex =
  (
    found: Findable,
    keep: KeepAwaited = keepNothing,
    postings: () => Promise<FoundPostings> = () => findPostings(found.records),
    packed: () => Memo = () => noMemo,
  ): SiteStep =>
  async (site) => {
    if (found.records.length === 0) return 'nothing to find'
    const files = await keep('search-index', [found], async () => {
      const memo = packed()
      const files = writeIndex(found, await postings(), memo)
      memo.save()
      return files
    })
    await site.remove('suche/index')
    for (const { path, content } of files) await site.write(`suche/index/${path}`, content)
    const size = files.reduce((sum, { content }) => sum + content.length, 0)
    return `${found.records.length} records, ${files.length} files, ${Math.round(size / 1000)} KB`
  }
