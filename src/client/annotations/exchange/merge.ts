import {
  fingerprint,
  isAnnotation,
  isForeign,
  isRemoved,
  touched,
  type Annotation,
  type Entry,
} from '../model.ts'
import { moreOfBoth } from './more.ts'

/** What a merge did, for the reader. */
export interface Merged {
  /** Entries to be written: those that are new or changed. */
  changed: Entry[]
  added: number
  updated: number
  /** Removed here because they were removed there. */
  removed: number
  /** Both sides had changed the note: both wordings are kept. */
  joined: number
  /** New ones that cannot be shown at a passage. */
  foreign: number
  same: number
}

/** Entries of a file into those that are here; the order of files makes no difference. */
export function merge(here: ReadonlyMap<string, Entry>, coming: readonly Entry[]): Merged {
  const result: Merged = {
    changed: [],
    added: 0,
    updated: 0,
    removed: 0,
    joined: 0,
    foreign: 0,
    same: 0,
  }
  const now = new Map(here)
  for (const entry of coming) {
    const own = now.get(entry.id)
    const next = own ? join(own, entry) : entry
    if (own && equal(own, next)) {
      result.same++
      continue
    }
    now.set(entry.id, next)
    result.changed.push(next)
    if (isRemoved(next)) result.removed += own ? 1 : 0
    else if (isForeign(next)) result.foreign++
    else if (!own || isRemoved(own)) result.added++
    else if (areTwoLines(own, entry)) result.joined++
    else result.updated++
  }
  return result
}

/**
 * One entry of two with the same id. What was touched last wins; a removal is such a touch. The note is judged by
 * itself: the wording that knows the other as its past, or holds it, stays; where both were rewritten since they
 * parted, the older stands below the newer.
 */
export function join(a: Entry, b: Entry): Entry {
  const [newer, older] = isAfter(a, b) ? [a, b] : [b, a]
  if (isForeign(a) && isForeign(b)) return a
  if (!isAnnotation(newer) || !isAnnotation(older)) return newer
  const more = moreOfBoth(newer.more, older.more)
  const history = lines([...older.history, ...newer.history])
  if (areTwoLines(newer, older))
    return {
      ...newer,
      ...more,
      body: `${newer.body}\n\n— andere Fassung dieser Notiz —\n\n${older.body}`,
      history: lines([...history, fingerprint(older.body), fingerprint(newer.body)]),
    }
  const olderHolds = !knows(newer, older.body) && holds(older, newer)
  return { ...newer, ...more, ...(olderHolds && { body: older.body }), history }
}

const isAfter = (a: Entry, b: Entry): boolean => {
  if (touched(a) !== touched(b)) return touched(a) > touched(b)
  if (!isAnnotation(a) || !isAnnotation(b)) return isRemoved(a)
  // At the same time: the one whose history contains the other is the later one.
  if (knows(a, b.body) !== knows(b, a.body)) return knows(a, b.body)
  return JSON.stringify(a) >= JSON.stringify(b)
}

const areTwoLines = (a: Entry, b: Entry): boolean =>
  isAnnotation(a) && isAnnotation(b) && !holds(a, b) && !holds(b, a)

/** Whether `a` contains the note of `b`, as a former version or as a part. */
const holds = (a: Annotation, b: Annotation) => knows(a, b.body) || a.body.includes(b.body)
const knows = ({ history }: Annotation, body: string) => history.includes(fingerprint(body))
const lines = (history: string[]) => [...new Set(history)].slice(-50)
const equal = (a: Entry, b: Entry) => JSON.stringify(a) === JSON.stringify(b)

/** The annotation with a changed note, and the former one in its history. */
export const rewrite = (before: Annotation, body: string, modified: string): Annotation => ({
  ...before,
  body,
  modified,
  history: lines([...before.history, fingerprint(before.body)]),
})
