import { cp, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyEdition } from '../edition-copy.ts'
import { serve } from '../serve.ts'

const privateTexts = resolve(import.meta.dirname, '../../content/private')

export interface Served {
  /** Addresses of the pages of all texts, imported ones included. */
  texts: string[]
  stop: () => Promise<void>
}

/** Builds a copy of the edition and serves it. `files`: path → content, overwriting files of the copy. */
export async function serveTexts(files: Record<string, string> = {}): Promise<Served> {
  const copy = await copyEdition(files)
  if (existsSync(privateTexts))
    await cp(privateTexts, join(copy.folder, 'content/private'), { recursive: true })
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
