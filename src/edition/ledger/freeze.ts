import { freezeNotes, noteHistoryOf, type NoteUnit } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Unit } from './recognise.ts'
import { latestWording, type Entry, type Ledger } from './schema.ts'
import { fingerprintOf, hashOf, sketchOf } from './shingles.ts'

export interface Frozen {
  /** The ledger with this version added; the given object itself if nothing has changed. */
  ledger: Ledger
  /** One line per change since the last frozen version. */
  changes: string[]
}

/** The text has changed, but its version is frozen already: it needs a new version. */
export class FrozenAlready extends Error {}

/**
 * Adds a version of a text to its ledger.
 * @param numbering must have no findings
 * @throws FrozenAlready
 */
export function freeze(
  ledger: Ledger | null,
  units: readonly Unit[],
  { numbers, fresh, removed }: Numbering,
  { version, date }: { version: string; date?: string | undefined },
  notes: readonly NoteUnit[] = [],
): Frozen {
  const versions = [...(ledger?.versions ?? [])]
  if (!versions.some((frozen) => frozen.version === version))
    versions.push({ version, ...(date && { date }) })
  const before = new Map<string, Entry>(
    [...(ledger?.removed ?? []), ...(ledger?.paragraphs ?? [])].map((entry) => [
      entry.number,
      entry,
    ]),
  )
  const paragraphs = units.map(({ kind, wording }, unit): Entry => {
    const number = numbers[unit]!
    const known = before.get(number)
    const from = known ? known.from : fresh.get(unit)?.from
    const hash = hashOf(wording)
    if (known && latestWording(known, versions) === hash) return pick(known, kind)
    const { words, shingles } = fingerprintOf(wording)
    const wordings = { ...known?.wordings, [version]: hash }
    return { number, kind, words, wordings, shingles: sketchOf(shingles), ...(from && { from }) }
  })
  const lasting = freezeNotes({ notes: ledger?.notes, versions }, notes, version)
  const next: Ledger = {
    versions,
    paragraphs,
    removed: removed.map(({ number, since, near, side }) => ({
      ...before.get(number)!,
      since: since ?? version,
      near,
      side,
    })),
    ...(lasting.length > 0 && { notes: lasting }),
  }
  if (!ledger)
    return { ledger: next, changes: [`${paragraphs.length} paragraphs, 1 to ${numbers.at(-1)}`] }
  const changes = [...describe(ledger, next), ...describeNotes(ledger, notes)]
  const isNew = versions.length > ledger.versions.length
  const isRecorded = ledger.notes?.some(({ labels }) => labels[version]) || lasting.length === 0
  if (changes.length === 0 && !isNew)
    // A version frozen before notes were recorded gets them now.
    return isRecorded
      ? { ledger, changes }
      : { ledger: { ...ledger, notes: lasting }, changes: ['its notes are recorded'] }
  if (!isNew) throw new FrozenAlready(changes.join('\n'))
  return { ledger: next, changes }
}

/** An entry without the fields of removed entries. */
function pick({ number, words, wordings, shingles, from }: Entry, kind: Entry['kind']): Entry {
  return { number, kind, words, wordings, shingles, ...(from && { from }) }
}

function describe(ledger: Ledger, next: Ledger): string[] {
  const before = new Map(ledger.paragraphs.map((entry) => [entry.number, entry]))
  const gone = new Map(ledger.removed.map((entry) => [entry.number, entry]))
  const orders = [ledger, next].map(({ paragraphs }, i) => {
    const others = new Set((i === 0 ? next : ledger).paragraphs.map(({ number }) => number))
    return paragraphs.map(({ number }) => number).filter((number) => others.has(number))
  })
  return [
    ...next.paragraphs.flatMap((entry) => {
      const { number, from, wordings } = entry
      const known = before.get(number)
      if (!known && gone.has(number)) return [`Abs. ${number} is back`]
      if (!known) return [`Abs. ${number} is new${from ? `, split from ${from}` : ''}`]
      const versions = next.versions
      return latestWording(known, ledger.versions) === latestWording({ wordings }, versions)
        ? []
        : [`Abs. ${number} is reworded`]
    }),
    ...next.removed
      .filter(({ number }) => before.has(number))
      .map(({ number, near, side }) =>
        side === 'in'
          ? `Abs. ${number} went into Abs. ${near}`
          : `Abs. ${number} is removed; its reader is led to the place ${side} Abs. ${near}`,
      ),
    ...(orders[0]!.join() === orders[1]!.join() ? [] : ['paragraphs stand in another order']),
  ]
}

/** What has become of the notes since the last version whose notes are recorded. */
function describeNotes(ledger: Ledger, units: readonly NoteUnit[]): string[] {
  const last = Object.entries(noteHistoryOf(ledger, units)).at(-1)?.[1]
  if (!last) return []
  const { fates, added } = last
  return [
    ...Object.entries(fates).flatMap(([label, { now, changed }]) => [
      ...(now === null ? [`Anm. ${label} is gone`] : []),
      ...(now !== null && now !== label ? [`Anm. ${label} is now Anm. ${now}`] : []),
      ...(changed ? [`Anm. ${now} is reworded`] : []),
    ]),
    ...added.map((label) => `Anm. ${label} is new`),
  ]
}
