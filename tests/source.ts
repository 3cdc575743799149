import { existsSync, globSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * A scan to try the importer on: EDITION_SOURCE, else the first text file of a folder `shared/source`
 * beside the project. The scan is no part of the project; tests that want it are skipped without it.
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
