import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const source = resolve(import.meta.dirname, '../../../src')
const files = globSync('**/*.{ts,js,astro}', { cwd: source }).map((path) =>
  path.replaceAll('\\', '/'),
)

/** Comments may give examples. */
const codeOf = (file: string) =>
  readFileSync(join(source, file), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(^|\s)\/\/[^\n]*/g, '')

/** The one file that may write a fact → how the fact looks. */
const facts: Record<string, RegExp> = {
  'contract/ids.ts':
    /['"`#/^(|](?:abs|anm|lit|glosse)-|['"`#]s-(?=['"`$\\])|['"`#]term-(?=['"`$])|-ruf\b|\bstern\b|--abs/,
  // Names of events and of files are none of storage.
  'contract/storage-keys.ts':
    /(?<!format(?:: | = ))['"`^]edition:(?!settings|layout|jump|margin)|(?:local|session)Storage\[?\.?['"]/,
}

for (const [owner, fact] of Object.entries(facts)) {
  test(`only ${owner} writes what it is for`, () => {
    const others = files.filter((file) => file !== owner && fact.test(codeOf(file)))
    assert.deepEqual(others, [])
  })
  test(`${owner} writes what the test looks for`, () => assert.match(codeOf(owner), fact))
}

test('what the interface calls its parts is not written without interfaceId', () => {
  const literal =
    /(?<![-\w])id(?:="|(?:: | = |', )['`])(?!\$\{|urn:)\w|(?:ById|[sS]elector(?:<\w+>)?)\(['`]#\w/
  const inPages = files.filter((file) => /^(client|components|layouts|pages|publish)\//.test(file))
  assert.deepEqual(
    inPages.filter((file) => literal.test(codeOf(file))),
    [],
  )
  for (const id of ['id="suche"', "id: 'suche'", "dialog.id = 'suche'", "querySelector('#suche')"])
    assert.match(id, literal)
})
