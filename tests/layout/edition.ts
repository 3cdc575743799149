import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copyEdition } from '../edition-copy.ts'
import { serve } from '../serve.ts'
import { importScan } from '../source.ts'

export interface Served {
  /** Addresses of the pages of all texts, the imported one included. */
  texts: string[]
  stop: () => Promise<void>
}

/** Builds the fixture edition and serves it. `files`: path → content, overwriting files of the copy. */
export async function serveTexts(files: Record<string, string> = {}): Promise<Served> {
  const copy = await copyEdition(files)
  await importScan(copy)
  const { code, output } = await copy.node(['src/publish/cli.ts', 'build', '--audience', 'local'])
  if (code !== 0) throw new Error(output)
  const folder = join(copy.folder, 'dist-local')
  const server = await serve(folder)
  const slugs = (await readdir(join(folder, 'texte'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  return {
    texts: slugs.sort().map((slug) => `${server.url}texte/${slug}/`),
    stop: async () => {
      await server.stop()
      await copy.remove()
    },
  }
}
