import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../../..')
const listed = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
/** Folders whose modules are bundled for browsers. */
const bundled = globSync('src/{client,contract}/**/*.ts', { cwd: root })

/** Packages from which a module takes more than types. */
const packagesIn = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export) (?!type\b)[^'"]*?from '((?:@[\w.-]+\/)?[\w.-]+)[^']*'/gms)]
    .map(([, name]) => name!)
    .filter((name) => !name.startsWith('.'))

test('THIRD-PARTY.md lists every package whose code is bundled for browsers', () => {
  const packages = new Set(
    bundled.flatMap((file) => packagesIn(readFileSync(join(root, file), 'utf8'))),
  )
  assert.ok(packages.size > 0)
  assert.deepEqual(
    [...packages].filter((name) => !listed.includes(name)),
    [],
  )
})
