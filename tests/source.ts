import { existsSync, globSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { EditionCopy } from './edition-copy.ts'

/**
 * A scan to test the importer: EDITION_SOURCE, else the first text file of a folder `shared/source`
 * beside the project. It is not part of the project; tests that need it are skipped without it.
 */
export function findSource(): string | null {
  const named = process.env.EDITION_SOURCE
  if (named) {
    if (existsSync(named)) return resolve(named)
    throw new Error(`EDITION_SOURCE is “${named}”, but no file is there.`)
  }
  const beside = globSync(resolve(import.meta.dirname, '../../shared/source/*.txt'))
  return beside.sort()[0] ?? null
}

/** Imports the scan into a copy, if there is one; returns the slug of the text. */
export async function importScan(copy: EditionCopy): Promise<string | null> {
  const source = findSource()
  if (!source) return null
  const { code, output } = await copy.node(['src/importer/cli.ts', source, '--first-page', '105'])
  if (code !== 0) throw new Error(`The import failed.\n${output}`)
  const files = await readdir(join(copy.folder, 'content/private'))
  const report = files.find((name) => name.endsWith('.report.md'))
  return report!.replace(/\.report\.md$/, '')
}
