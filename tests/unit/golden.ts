import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Compares with a golden file. `UPDATE=1 npm run test:unit` writes it anew: then read the diff.
 * `null` says that the file must not exist.
 */
export function matchGolden(actual: string | null, path: string): void {
  if (process.env.UPDATE && actual !== null) writeFileSync(path, actual)
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : null
  assert.equal(actual, expected, `not as in ${path}`)
}
