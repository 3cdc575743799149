import type { NoteHistory } from './notes.ts'
import type { Numbering } from './numbering.ts'
import { latestWording, type Entry, type Ledger } from './schema.ts'
import { hashOf } from './shingles.ts'

/** Changes between versions, shown to readers who follow a link made from an older version. */
export interface History {
  /** Oldest first; the last is the version of the page. */
  versions: string[]
  /** Number → versions in which its wording changed. */
  changed: Record<string, string[]>
  /** Number → first version with it, if that is not the oldest. */
  added: Record<string, string>
  /** Number → numbers of paragraphs that were split from it. */
  parts: Record<string, string[]>
  /** Of notes; absent where the ledger has none. */
  notes?: NoteHistory
}

export function historyOf(
  ledger: Ledger,
  { numbers, fresh }: Numbering,
  wordings: readonly string[],
  version: string,
): History {
  const frozen = ledger.versions.map((entry) => entry.version)
  const entries = new Map<string, Entry>(
    [...ledger.removed, ...ledger.paragraphs].map((entry) => [entry.number, entry]),
  )
  const history: History = {
    versions: frozen.includes(version) ? frozen : [...frozen, version],
    changed: {},
    added: {},
    parts: {},
  }
  for (const [unit, number] of numbers.entries()) {
    const entry = entries.get(number)
    const from = entry ? entry.from : fresh.get(unit)?.from
    if (from) (history.parts[from] ??= []).push(number)
    if (!entry) {
      history.added[number] = version
      continue
    }
    const [first, ...changed] = frozen.filter((name) => entry.wordings[name])
    if (first !== frozen[0]) history.added[number] = first!
    if (
      latestWording(entry, ledger.versions) !== hashOf(wordings[unit]!) &&
      changed.at(-1) !== version
    )
      changed.push(version)
    if (changed.length > 0) history.changed[number] = changed
  }
  return history
}
