import type { Findable } from '../../../formats/search/index.ts'
import { keepNothing, type KeepAwaited } from '../../../kept/keep.ts'
import { noMemo, type Memo } from '../../../kept/memo.ts'
import { once } from '../../threads.ts'
import { findPostings, type FoundPostings } from './find-postings.ts'
import { writeIndex, type IndexFile } from './write-index.ts'

/** The search index of the site, and what it was made of. */
export interface MadeIndex {
  files: () => Promise<IndexFile[]>
  /** Of the same records. */
  postings: () => Promise<FoundPostings>
}

/** @param packed opened only if the files have to be made */
export function makeIndex(
  found: Findable,
  keep: KeepAwaited = keepNothing,
  packed: () => Memo = () => noMemo,
): MadeIndex {
  const postings = once(() => findPostings(found.records, keep))
  const files = once(() =>
    keep('search-index', [found], async () => {
      const memo = packed()
      const files = writeIndex(found, await postings(), memo)
      memo.save()
      return files
    }),
  )
  return { files, postings }
}
