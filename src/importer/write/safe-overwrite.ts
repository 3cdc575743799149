import { createHash } from 'node:crypto'

/** File name → content; null: the file does not exist. */
export type Files = Readonly<Record<string, string | null>>

export interface Plan {
  /** Files to write, in this order; null: to remove. */
  writes: { name: string; content: string | null }[]
  /** Files that an editor has changed: with --force they are backed up, without it nothing is written. */
  edited: string[]
}

const seal = /\n*<!-- import: (\{.*\}) -->\n?$/

const hash = (content: string): string => createHash('sha256').update(content).digest('hex')

/**
 * Adds the hashes of all written files to a report, so that the next import recognises files changed by an editor.
 */
export function sealed(report: string, others: Files): string {
  const hashes = Object.fromEntries(
    Object.entries(others).flatMap(([name, content]) =>
      content === null ? [] : [[name, hash(content)]],
    ),
  )
  return `${report}\n\n<!-- import: ${JSON.stringify({ ...hashes, report: hash(report) })} -->\n`
}

/** Compares the existing files with those of the last import and those to be written. */
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
