/** Citations as reference managers write them into the fields of a file. */
import type { Work } from '../../imported-text.ts'

export interface Citation {
  /** Name of the program, for the report. */
  program: string
  items: CitedItem[]
}

export interface CitedItem {
  /** CSL-JSON as it stands in the field; null if the field names the work only. */
  work: Work | null
  /** Tells works apart across fields; null if the program gives none. */
  address: string | null
  locator: string
  prefix: string
  suffix: string
}

/** What the code of a field is about: a citation, one whose data cannot be read, or something else. */
export type Read =
  | { kind: 'citation'; citation: Citation }
  | { kind: 'unreadable'; program: string }
  /** A list of works that the program writes itself. */
  | { kind: 'bibliography'; program: string }
  | null

export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

export const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Without the fields that are empty. */
export function workOf(fields: Record<string, unknown>): Work {
  const kept = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return { id: '', type: 'document', ...Object.fromEntries(kept) }
}
