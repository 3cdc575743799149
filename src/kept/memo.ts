import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { hashOfCode } from './code.ts'
import { hashOf } from './keep.ts'
import type { Store } from './store.ts'

/** Remembers of many small pieces what was made of each, all in one file of the store. */
export interface Memo {
  /** What `make` makes of this content, or made of the same in the last build. */
  of: (content: Uint8Array, make: (content: Uint8Array) => Uint8Array) => Uint8Array
  /** Keeps what was asked for, and nothing else. */
  save: () => void
}

/** Remembers nothing. */
export const noMemo: Memo = { of: (content, make) => make(content), save: () => {} }

/** @param of whose pieces they are: another build with the same name takes their place */
export function openMemo(store: Store, of: readonly unknown[], code = hashOfCode()): Memo {
  const name = `memo/${hashOf(code, of)}`
  const bytes = store.read(name)
  const before = bytes ? (deserialize(bytes) as Map<string, Uint8Array>) : new Map()
  const now = new Map<string, Uint8Array>()
  let isNew = false
  return {
    of: (content, make) => {
      const hash = createHash('sha256').update(content).digest('base64')
      const known = now.get(hash) ?? before.get(hash)
      isNew ||= known === undefined
      const made = known ?? make(content)
      now.set(hash, made)
      return made
    },
    save: () => {
      if (isNew) store.write(name, serialize(now))
    },
  }
}
