import { z } from 'zod'

/**
 * The ledger of a text, `<slug>.ledger.json` beside it: records the permanent number of each paragraph.
 * It contains hashes of wordings and word pairs, not the words themselves.
 */
const number = z.string().regex(/^\d+[a-z]?$/, 'must be a number such as 12 or 12a')
const version = z.string().min(1)

const entry = z.strictObject({
  number,
  kind: z.enum(['paragraph', 'quote']),
  /** Number of words as counted by `fingerprintOf`: runs of letters and digits. */
  words: z.number().int().min(0),
  /** Version → hash of the exact wording; only versions in which it changed. */
  wordings: z.record(version, z.string().regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits')),
  /** Sketch of the shingles (shingles.ts): five hexadecimal digits each. */
  shingles: z.string().regex(/^([0-9a-f]{5})*$/, 'must be groups of five hexadecimal digits'),
  /** Number of the paragraph this one was split from. */
  from: number.optional(),
})

const removed = entry.extend({
  /** First version without the paragraph. */
  since: version,
  /** Number of a neighbour at the time of removal; it may have been removed since. */
  near: number,
  /** Its position relative to `near`; `in`: it was merged into that paragraph. */
  side: z.enum(['before', 'after', 'in']),
})

const note = z.strictObject({
  /** Version → label in it; a version in which no note has a label is not recorded. */
  labels: z.record(version, z.string().min(1)),
  words: entry.shape.words,
  wordings: entry.shape.wordings,
  shingles: entry.shape.shingles,
})

export const ledgerSchema = z
  .strictObject({
    /** Frozen versions, oldest first. */
    versions: z.array(z.strictObject({ version, date: z.string().optional() })).min(1),
    /** In the order of the text. */
    paragraphs: z.array(entry).min(1),
    removed: z.array(removed).default([]),
    /** In the order of the last version, then those that are gone. Absent in ledgers made before notes were recorded. */
    notes: z.array(note).optional(),
  })
  .superRefine(({ versions, paragraphs, removed }, context) => {
    const frozen = new Set(versions.map(({ version }) => version))
    const seen = new Set<string>()
    for (const [list, entries] of Object.entries({ paragraphs, removed }))
      for (const [i, { number, wordings }] of entries.entries()) {
        if (!Object.keys(wordings).some((version) => frozen.has(version)))
          context.addIssue({
            code: 'custom',
            path: [list, i, 'wordings'],
            message: 'must name a version of the list “versions”',
          })
        if (seen.has(number))
          context.addIssue({
            code: 'custom',
            path: [list, i, 'number'],
            message: 'names a number that stands twice in the ledger',
          })
        seen.add(number)
      }
  })

export type Ledger = z.output<typeof ledgerSchema>
export type Entry = Ledger['paragraphs'][number]
export type Removed = Ledger['removed'][number]
export type NoteEntry = z.output<typeof note>
export type Side = Removed['side']

/** Hash of the wording in the last frozen version. */
export function latestWording(
  entry: Pick<Entry, 'wordings'>,
  versions: Ledger['versions'],
): string {
  return versions.map(({ version }) => entry.wordings[version]).findLast((hash) => hash)!
}

/** The ledger as JSON with one line per paragraph, for readable diffs. */
export function writeLedger({ versions, paragraphs, removed, notes }: Ledger): string {
  const list = (entries: readonly object[]) =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${line(entry)}`).join(',\n')}\n  ]`
  const parts = Object.entries({ versions, paragraphs, removed, ...(notes && { notes }) })
  return `{\n${parts.map(([name, entries]) => `  "${name}": ${list(entries)}`).join(',\n')}\n}\n`
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${line(inner)}`,
  )
  return `{ ${fields.join(', ')} }`
}
