import type { Files } from './edition-files.ts'
import { metadataFile } from './edition-files.ts'
import { hashOf, type EditionRecord } from './record.ts'

/** What is to be done with the files of an edition for a newer engine. */
export interface Renewal {
  /** Path → content: files that the editor has not touched, and new ones. */
  write: Files
  /** Changed by the editor, and by the engine since. */
  conflicts: string[]
  /** Hashes for the record. */
  hashes: Record<string, string>
}

/** @param present content of a file of the edition; null: there is none */
export function renew(
  fresh: Files,
  { files: known }: Pick<EditionRecord, 'files'>,
  present: (path: string) => string | null,
): Renewal {
  const write: Record<string, string> = {}
  const conflicts: string[] = []
  const hashes: Record<string, string> = { ...known }
  for (const [path, content] of Object.entries(fresh)) {
    const before = known[path]
    const now = present(path)
    const hash = hashOf(content)
    // The editor's alone, or removed by the editor.
    if (path === metadataFile || (before && now === null)) continue
    // Another has the same words already.
    if (now !== null && hashOf(now) === hash) hashes[path] = hash
    else if (now === null || (before && hashOf(now) === before)) {
      write[path] = content
      hashes[path] = hash
    } else if (before !== hash) conflicts.push(path)
  }
  return { write, conflicts, hashes }
}
