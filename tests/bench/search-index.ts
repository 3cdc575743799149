import { globSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLoaders, unpack } from '../../src/client/search/load.ts'
import { createSearch } from '../../src/client/search/search.ts'
import { build } from '../../src/edition/build.ts'
import type { Edition } from '../../src/edition/model/model.ts'
import { createUrls } from '../../src/formats/html/site/urls.ts'
import { searchRecords } from '../../src/formats/search/index.ts'
import { openSite } from '../../src/publish/site.ts'
import { searchIndex } from '../../src/publish/site-steps/search-index.ts'

const queries = ['Plattform', 'Dynamik', 'GPU', 'Kompresion', 'Regime']

/** Time and size of a built site's search index, and what one query loads of it, including the first excerpts. */
export async function benchIndex(folder: string) {
  const start = performance.now()
  const address = new URL('http://localhost/')
  const site = await openSite({ folder, address, audience: 'local' })
  await searchIndex(searchRecords(editionBeside(folder), createUrls('/')))(site)
  const seconds = (performance.now() - start) / 1000
  const index = join(folder, 'suche', 'index')
  const files = (await readdir(index, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  let size = 0
  for (const file of files) size += (await readFile(join(file.parentPath, file.name))).length
  const loaded = await Promise.all(queries.map((query) => bytesFor(index, query)))
  return {
    'index s': round(seconds),
    'index KB': round(size / 1000),
    files: files.length,
    'KB for a first query': round(mean(loaded.map(([first]) => first)) / 1000),
    'of it excerpts': round(mean(loaded.map(([, excerpts]) => excerpts)) / 1000),
  }
}

/** The edition that a site beside its content was built of. */
function editionBeside(folder: string): Edition {
  const project = join(folder, '..')
  const paths = globSync('content/**/*.{md,txt,yaml,yml,json}', { cwd: project })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.report.md'))
  const sources = paths.map((path) => [path, readFileSync(join(project, path), 'utf8')])
  return build(Object.fromEntries(sources), 'local').edition!
}

async function bytesFor(index: string, query: string): Promise<[all: number, excerpts: number]> {
  let all = 0
  let excerpts = 0
  const search = createSearch(
    createLoaders(async (path) => {
      const bytes = await readFile(join(index, path))
      all += bytes.length
      if (path.startsWith('fragment/')) excerpts += bytes.length
      return unpack(new Uint8Array(bytes))
    }),
  )
  const { hits } = await search(query)
  await Promise.all(hits.slice(0, 8).map((hit) => hit.content()))
  return [all, excerpts]
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const round = (value: number) => Math.round(value * 10) / 10
