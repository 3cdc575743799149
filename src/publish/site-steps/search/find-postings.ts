import type { SearchRecord } from '../../../formats/search/index.ts'
import { keepNothing, type KeepAwaited } from '../../../kept/keep.ts'
import type { Postings } from './postings.ts'
import { runPagefind, type Engine, type Unit } from './run-pagefind.ts'

export interface FoundPostings {
  engine: Engine
  /** In the order of the records. */
  postings: readonly Postings[]
}

/** The words of all records. Those of a text are kept together, so that one that has changed is read again alone. */
export async function findPostings(
  records: readonly SearchRecord[],
  keep: KeepAwaited = keepNothing,
): Promise<FoundPostings> {
  const units = unitsOf(records)
  const unread: Unit[] = []
  const { promise: read, resolve } = Promise.withResolvers<Postings[][]>()
  const found = units.map((unit) =>
    keep('postings', [unit], async () => {
      const at = unread.push(unit) - 1
      return (await read)[at]!
    }),
  )
  let ran: Engine | undefined
  if (unread.length > 0) {
    const { engine, postings } = await runPagefind(unread)
    ran = engine
    resolve(postings)
  }
  const engine = await keep('search-engine', [], async () => ran ?? (await runPagefind([])).engine)
  return { engine, postings: (await Promise.all(found)).flat() }
}

/** The contents of records that follow one another in one text, and of terms and works. */
function unitsOf(records: readonly SearchRecord[]): Unit[] {
  const units: string[][] = []
  let last: string | undefined
  for (const { text, kind, content } of records) {
    const own = text === undefined ? `${kind}s` : `of ${text}`
    if (own !== last) units.push([])
    last = own
    units.at(-1)!.push(content)
  }
  return units
}
