import { hashOfCode } from '../../../kept/code.ts'
import type { Findable } from '../../../formats/search/index.ts'
import { once, openThread } from '../../threads.ts'
import type { FoundPostings } from './find-postings.ts'
import type { MadeIndex } from './make-index.ts'
import type { IndexFile } from './write-index.ts'

const worker = new URL('./index-worker.ts', import.meta.url)

/** What the thread is given. */
export interface IndexOrder {
  found: Findable
  /** Hash of the code. */
  code: string
  /** Whose packed files are remembered. */
  of: readonly unknown[]
}

export interface StartedIndex extends MadeIndex {
  found: Findable
  close: () => Promise<void>
}

/** Makes the index in a thread of its own, from when the edition is read: it needs no page. */
export function startIndex(found: Findable, of: readonly unknown[]): StartedIndex {
  const order: IndexOrder = { found, code: hashOfCode(), of }
  const thread = openThread<keyof MadeIndex, unknown>(worker, order)
  const files = thread.ask('files') as Promise<IndexFile[]>
  // Its error is that of the step that awaits it.
  files.catch(() => {})
  return {
    found,
    files: () => files,
    postings: once(async () => {
      const postings = await thread.ask('postings')
      // What it holds is in the way of other threads.
      await thread.close()
      return postings as FoundPostings
    }),
    close: thread.close,
  }
}
