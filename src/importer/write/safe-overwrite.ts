import { createHash } from 'node:crypto'

/** File name → content; null: there is no such file. */
export type Files = Readonly<Record<string, string | null>>

export interface Plan {
  /** What to write, in this order; null: to remove. */
  writes: { name: string; content: string | null }[]
  /** Files an editor changed: with --force they are kept as a backup, without it nothing is written. */
  edited: string[]
}

const seal = /\n*<!-- import: (\{.*\}) -->\n?$/

const hash = (content: string): string => createHash('sha256').update(content).digest('hex')

/**
 * Seals a report with the hashes of everything that is written, so that the next import knows
 * what an editor has changed since.
 */
export function sealed(report: string, others: Files): string {
  const hashes = Object.fromEntries(
    Object.entries(others).flatMap(([name, content]) =>
      content === null ? [] : [[name, hash(content)]],
    ),
  )
  return `${report}\n\n<!-- import: ${JSON.stringify({ ...hashes, report: hash(report) })} -->\n`
}

/** Compares what is there with what the importer wrote last and would write now. */
export function planOverwrite(reportName: string, existing: Files, wanted: Files): Plan {
  const report = existing[reportName] ?? ''
  const written = sealOf(report)
  const untouched = (name: string, content: string) =>
    name === reportName
      ? written?.['report'] === hash(report.replace(seal, ''))
      : written?.[name] === hash(content)
  const writes: Plan['writes'] = []
  const edited: string[] = []
  for (const [name, content] of Object.entries(wanted)) {
    const present = existing[name] ?? null
    if (present === content) continue
    if (present !== null && !untouched(name, present)) edited.push(name)
    writes.push({ name, content })
  }
  return { writes, edited }
}

function sealOf(report: string): Record<string, string> | null {
  const [, json] = seal.exec(report) ?? []
  try {
    return json ? (JSON.parse(json) as Record<string, string>) : null
  } catch {
    return null
  }
}
