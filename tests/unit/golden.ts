import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Compares with a golden file; `null`: the file must not exist. `UPDATE=1 npm run test:unit` rewrites golden files:
 * check the diff.
 */
export function matchGolden(actual: string | null, path: string): void {
  if (process.env.UPDATE && actual !== null) writeFileSync(path, actual)
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : null
  assert.equal(actual, expected, `differs from ${path}`)
}
