import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const source = resolve(import.meta.dirname, '../../../src')
const files = globSync('**/*.{ts,js,astro}', { cwd: source, exclude: ['**/*.d.ts'] }).map((path) =>
  path.replaceAll('\\', '/'),
)

/** Folder → what its files may import from other folders; the README shows the same table. `contract` is open to all. */
const may: Record<string, RegExp> = {
  contract: /^$/,
  command: /^$/,
  problems: /^$/,
  workspace: /^$/,
  kept: /^workspace\//,
  markdown: /^problems\//,
  citation: /^kept\//,
  edition: /^(kept|markdown|citation|problems|workspace)\//,
  starter: /^(command|edition|workspace)\//,
  importer: /^(markdown|citation|problems|workspace)\//,
  formats: /^(edition\/model|citation|markdown|problems)\//,
  release: /^(citation|problems|edition\/(model|open\.ts)|publish|workspace)\b/,
  styles: /^$/,
  components: /^(edition\/model|formats|citation|client)\//,
  layouts: /^(components|formats|citation|client|styles)\//,
  middleware: /^styles\//,
  pages: /^(kept|edition|formats|citation|components|layouts)\//,
  client: /^$/,
  // Search records are made of the Edition, not read back from pages.
  publish:
    /^(kept\/|citation\/|problems\/|workspace\/|edition\/(ahead\.ts|built\.ts|open\.ts|model\/)|formats\/((epub|search|tei|typst)\/|html\/site\/urls\.ts|whole-edition\.ts))/,
}

const imports = new Map(
  files.map((file) => {
    const code = readFileSync(join(source, file), 'utf8')
    const found = code.matchAll(/(?:\bfrom|\bimport\(?|^import)\s*['"](\.{1,2}\/[^'"]+)['"]/gm)
    const targets = [...found].map(([, path]) => resolve(source, file, '..', path!.split('?')[0]!))
    return [file, targets.map((path) => path.slice(source.length + 1).replaceAll('\\', '/'))]
  }),
)
const folderOf = (file: string) => file.split('/')[0]!

test('folders import only what they may', () => {
  const wrong = files.flatMap((file) =>
    imports
      .get(file)!
      .filter((path) => folderOf(path) !== folderOf(file) && folderOf(path) !== 'contract')
      .filter((path) => !may[folderOf(file)]?.test(path))
      .map((path) => `${file} imports ${path}`),
  )
  assert.deepEqual(wrong, [])
})

test('there are no import cycles', () => {
  const done = new Set<string>()
  const visit = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' → ')]
    if (done.has(file)) return []
    const found = (imports.get(file) ?? []).flatMap((next) => visit(next, [...way, file]))
    done.add(file)
    return found
  }
  assert.deepEqual(
    files.flatMap((file) => visit(file, [])),
    [],
  )
})

test('every folder is listed, and none is called utils or the like', () => {
  const unknown = files.filter((file) => file.includes('/') && !(folderOf(file) in may))
  assert.deepEqual(unknown, [])
  assert.deepEqual(
    files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)[./]/.test(file)),
    [],
  )
})

test('the pages read content/ from the disk as the other commands do, in one file', () => {
  const readers = files.filter((file) =>
    /import\.meta\.glob|globSync\('content\/\*\*/.test(readFileSync(join(source, file), 'utf8')),
  )
  assert.deepEqual(readers, ['edition/read/content-files.ts'])
})
