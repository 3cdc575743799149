import { isKey } from './is-key.ts'

/** Fields that reference managers write, for their users alone, and nobody by hand. */
const exportedFields = [
  'abstract',
  'keyword',
  'citation-key',
  'citation-label',
  'PMID',
  'PMCID',
  'source',
] as const

/** Fields in which editors and their programs write to themselves. */
const privateFields = ['annote', ...exportedFields] as const

/** The works of a file without the empty values that Zotero writes, as `"given": ""`; what is no list stays as it is. */
export const withoutEmpty = (data: unknown): unknown =>
  Array.isArray(data) ? data.map((work) => cleaned(work) ?? work) : data

function cleaned(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((item) => item !== undefined)
    return items.length === 0 && value.length > 0 ? undefined : items
  }
  if (typeof value !== 'object') return value
  const fields = Object.entries(value).flatMap(([name, inner]) => {
    const kept = cleaned(inner)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}

/**
 * The work as others may see it. In an entry that editors wrote by hand, `note` says where the data come from; what a
 * reference manager has exported as a note, they wrote for themselves.
 * @param isExported whether the file says so of all its works
 */
export function forOthers<Work extends { id: string }>(work: Work, isExported: boolean): Work {
  const isOwn = !isExported && isKey(work.id) && !exportedFields.some((field) => field in work)
  const kept = { ...work }
  for (const field of isOwn ? [] : ['note', ...privateFields]) Reflect.deleteProperty(kept, field)
  return kept
}
