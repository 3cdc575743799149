/** What `new` has written into an edition, so that `update` knows what the editor has changed since. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { answersSchema } from './answers.ts'

/** In the folder of the edition. */
export const recordFile = '.edition.json'

const recordSchema = z.strictObject({
  /** Version of the engine that wrote the files. */
  engine: z.string(),
  answers: answersSchema,
  /** Path → hash of what was written. */
  files: z.record(z.string(), z.string()),
})
export type EditionRecord = z.output<typeof recordSchema>

/** Git may write line ends as the system has them. */
export const hashOf = (content: string): string =>
  createHash('sha256').update(content.replaceAll('\r\n', '\n')).digest('hex')

export const writeRecord = (record: EditionRecord): string => `${JSON.stringify(record, null, 2)}\n`

/** Null: the file is none that `new` has written. */
export function readRecord(source: string): EditionRecord | null {
  try {
    return recordSchema.parse(JSON.parse(source))
  } catch {
    return null
  }
}
