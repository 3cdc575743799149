import type { Ledger } from './schema.ts'

/** The ledger as JSON with one line per paragraph, for readable diffs. */
export function writeLedger({ versions, paragraphs, removed }: Ledger): string {
  const list = (entries: readonly object[]) =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${line(entry)}`).join(',\n')}\n  ]`
  const parts = Object.entries({ versions, paragraphs, removed })
  return `{\n${parts.map(([name, entries]) => `  "${name}": ${list(entries)}`).join(',\n')}\n}\n`
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${line(inner)}`,
  )
  return `{ ${fields.join(', ')} }`
}
