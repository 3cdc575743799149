import { merge, type Conflict } from './merge.ts'
import { withLabelsOf } from './shifted-notes.ts'

/** A file that the import makes; paths are relative to the project. */
export interface Wanted {
  path: string
  content: string | Uint8Array
}

/** A file as it is, and as the last import wrote it; null: there is none. */
export interface Present {
  content: Uint8Array | null
  base: Uint8Array | null
}

export type Action = 'write' | 'merge' | 'keep' | 'remove'

export interface Planned {
  path: string
  action: Action
  /** Null for `keep` and `remove`. */
  content: string | Uint8Array | null
}

/** A file whose changes by an editor cannot be joined with those of the import. */
export interface Blocked {
  path: string
  own: string
  fresh: string
  /** Empty if it is not known what the last import wrote. */
  conflicts: Conflict[]
}

export interface Plan {
  files: Planned[]
  /** With --force they are replaced and kept as backups, without it nothing is written. */
  blocked: Blocked[]
}

/**
 * Compares the files that an import makes with those that exist. What an editor has changed since the last import is
 * kept: merged with what has changed in the source, or named as blocked. `content` null: the import makes no such file
 * any more.
 */
export function planFiles(
  wanted: readonly { path: string; content: string | Uint8Array | null }[],
  presentAt: (path: string) => Present,
): Plan {
  const plan: Plan = { files: [], blocked: [] }
  for (const { path, content } of wanted) {
    const { content: own, base } = presentAt(path)
    const add = (action: Action, text: string | Uint8Array | null = null) =>
      plan.files.push({ path, action, content: text })
    if (content === null) {
      // A file that this import no longer makes goes, unless an editor has changed it.
      if (own !== null) add(base && same(own, base) ? 'remove' : 'keep')
    } else if (own === null || (base && same(own, base))) {
      if (own && same(own, bytesOf(content))) add('keep')
      else add('write', content)
    } else if (same(own, bytesOf(content))) add('keep')
    else if (base && same(base, bytesOf(content))) add('keep')
    else if (base && typeof content === 'string') {
      const versions = { base: textOf(base), own: textOf(own) }
      const named = path.endsWith('.md') ? withLabelsOf(content, versions) : versions
      const { merged, conflicts } = merge(named.base, named.own, content)
      const fits = merged !== null && (!path.endsWith('.json') || isJson(merged))
      if (fits) add('merge', merged)
      else plan.blocked.push({ path, own: textOf(own), fresh: content, conflicts })
    } else {
      const fresh = typeof content === 'string' ? content : ''
      const text = typeof content === 'string' ? textOf(own) : ''
      plan.blocked.push({ path, own: text, fresh, conflicts: [] })
    }
  }
  return plan
}

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
