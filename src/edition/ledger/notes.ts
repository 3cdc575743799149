import { recognise } from './recognise.ts'
import type { Ledger, NoteEntry } from './schema.ts'
import { fingerprintOf, hashOf, sketchOf } from './shingles.ts'

/** A note of a text: its label is a number by its first call, which changes whenever a note is put in before it. */
export interface NoteUnit {
  label: string
  /** With references as the source names them: how they are written depends on the notes before. */
  wording: string
}

/** What has become of a note of an older version, if anything has. */
export interface NoteFate {
  /** Label that it has now; null: it is gone, or cannot be told from others. */
  now: string | null
  changed?: true
  /** Where it is gone: label of the note that it stood behind, as that is now. */
  near?: string
}

/** By version; versions whose notes are not recorded are absent. */
export type NoteHistory = Record<string, { fates: Record<string, NoteFate>; added: string[] }>

/** Adds the notes of a version to those recorded. */
export function freezeNotes(
  { notes: known = [], versions }: Pick<Ledger, 'notes' | 'versions'>,
  units: readonly NoteUnit[],
  version: string,
): NoteEntry[] {
  const last = versions.findLast((frozen) => isRecorded(known, frozen.version))?.version
  const matched = last === undefined ? new Map<number, NoteEntry>() : match(known, last, units)
  const next = units.map(({ label, wording }, i): NoteEntry => {
    const entry = matched.get(i)
    const hash = hashOf(wording)
    const labels = { ...entry?.labels, [version]: label }
    if (entry && last && wordingIn(entry, last, versions) === hash) return { ...entry, labels }
    const { words, shingles } = fingerprintOf(wording)
    const wordings = { ...entry?.wordings, [version]: hash }
    return { labels, words, wordings, shingles: sketchOf(shingles) }
  })
  const kept = new Set(matched.values())
  return [...next, ...known.filter((entry) => !kept.has(entry))]
}

export function noteHistoryOf(
  { notes = [], versions }: Pick<Ledger, 'notes' | 'versions'>,
  units: readonly NoteUnit[],
): NoteHistory {
  const last = versions.findLast(({ version }) => isRecorded(notes, version))?.version
  if (last === undefined) return {}
  const matched = match(notes, last, units)
  const now = new Map([...matched].map(([i, entry]) => [entry, units[i]!]))
  const history: NoteHistory = {}
  for (const { version } of versions) {
    const recorded = notes.filter(({ labels }) => version in labels)
    if (recorded.length === 0) continue
    const fates: Record<string, NoteFate> = {}
    let near: string | undefined
    for (const entry of recorded) {
      const unit = now.get(entry)
      const label = entry.labels[version]!
      const changed = unit && hashOf(unit.wording) !== wordingIn(entry, version, versions)
      if (!unit) fates[label] = { now: null, ...(near && { near }) }
      else if (changed || unit.label !== label)
        fates[label] = { now: unit.label, ...(changed && { changed }) }
      near = unit?.label ?? near
    }
    const old = new Set(recorded.map((entry) => now.get(entry)?.label))
    const added = units.map(({ label }) => label).filter((label) => !old.has(label))
    history[version] = { fates, added }
  }
  return history
}

const isRecorded = (notes: readonly NoteEntry[], version: string) =>
  notes.some(({ labels }) => version in labels)

/** Hash of the wording that an entry had in a version. */
function wordingIn(
  { wordings }: NoteEntry,
  version: string,
  versions: Ledger['versions'],
): string | undefined {
  const upTo = versions.slice(0, versions.findIndex((frozen) => frozen.version === version) + 1)
  return upTo.map((frozen) => wordings[frozen.version]).findLast((hash) => hash)
}

/** The entry of each note, by the wording that it had in a version; where several are as likely, none. */
function match(
  known: readonly NoteEntry[],
  version: string,
  units: readonly NoteUnit[],
): Map<number, NoteEntry> {
  const entries = known.filter(({ labels }) => version in labels)
  const { entryOf, doubts } = recognise(
    {
      versions: [{ version }],
      paragraphs: entries.map(({ words, wordings, shingles }, i) => ({
        number: String(i + 1),
        kind: 'paragraph' as const,
        words,
        wordings: { [version]: Object.values(wordings).at(-1)! },
        shingles,
      })),
      removed: [],
    },
    units.map(({ wording }) => ({ kind: 'paragraph' as const, wording, mark: null })),
  )
  const doubtful = new Set(doubts.map(({ unit }) => unit))
  return new Map(
    [...entryOf].flatMap(([unit, entry]) =>
      doubtful.has(unit) ? [] : [[unit, entries[entry]!] as const],
    ),
  )
}
