import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Sources } from '../../../src/edition/model/model.ts'

export const fixtures = resolve(import.meta.dirname, '../../fixtures')

/** The files of `folder/content/`, as the edition reads them. */
export function sourcesIn(folder: string): Sources {
  const paths = globSync('content/**/*.{md,yaml,json}', { cwd: folder })
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  )
}

/** The small edition on which the fixtures are based. */
export const smallEdition = (): Sources => sourcesIn(join(fixtures, 'edition'))
