import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { readArguments } from '../../../src/importer/arguments.ts'
import type { Result } from '../../../src/importer/import-text.ts'
import { importScan } from './import-scan.ts'
import type { Work } from '../../../src/importer/imported-text.ts'
import { ImportError } from '../../../src/importer/problems.ts'
import { readText } from '../../../src/edition/read/read-text.ts'
import { matchGolden } from '../golden.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/importer')
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** The content of a file of a case, or undefined. */
const read = (name: string, file: string): string => {
  const path = join(folder, name, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The importer's output for a case, or the messages with which it stops. */
function imported(name: string): Result | string {
  const args = read(name, 'arguments.txt').split(/\s+/).filter(Boolean)
  const options = readArguments([...args, `--slug=${name}`, 'scan.txt'])
  const bibliography = JSON.parse(read(name, 'known.json') || '[]') as Work[]
  try {
    return importScan(readFileSync(join(folder, name, 'scan.txt')), { ...options, bibliography })
  } catch (error) {
    if (error instanceof ImportError) return error.message
    throw error
  }
}

for (const name of cases)
  test(`scan ${name}`, () => {
    const result = imported(name)
    const path = (file: string) => join(folder, name, file)
    if (typeof result === 'string') {
      matchGolden(`${result}\n`, path('messages.txt'))
      matchGolden(null, path('output.md'))
      assert.match(name, /^bad-/)
      return
    }
    matchGolden(result.text, path('output.md'))
    matchGolden(`${result.report}\n`, path('messages.txt'))
    matchGolden(result.bibliography, path('bibliography.json'))
    assert.doesNotMatch(name, /^bad-/)
    const { problems } = readText(`content/private/${name}.md`, result.text)
    assert.deepEqual(
      problems.map(({ message }) => message),
      [],
    )
  })

test('a byte that is no UTF-8 has its place, whatever ends the lines', () => {
  const scan = Buffer.concat([Buffer.from('Ü\rzwei\r\ndrei\n\nvi'), Buffer.from([0xa5])])
  const options = { file: 'scan.txt', slug: 'scan', rights: 'unknown', bibliography: [] }
  assert.throws(() => importScan(scan, { ...options, firstPage: null }), /scan\.txt:5:3: .*0xA5/)
})
