/** Pages of a built site by the files in src/pages that they are made of. */
import { existsSync, globSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pagesIn } from '../../src/publish/pages.ts'

const sources = resolve(import.meta.dirname, '../../src/pages')

/** The longest page of every template, the longest text among them; paths as in `pagesIn`. */
export async function longestOfTemplates(folder: string): Promise<string[]> {
  const longest = new Map<string, { page: string; size: number }>()
  for (const page of await pagesIn(folder)) {
    const template = templateOf(page)
    const { size } = await stat(join(folder, page))
    if (size > (longest.get(template)?.size ?? 0)) longest.set(template, { page, size })
  }
  return [...longest.values()].map(({ page }) => page)
}

function templateOf(page: string): string {
  const path = page.replace(/(\/?index)?\.html$/, '')
  for (const own of [`${path}.astro`, join(path, 'index.astro')])
    if (existsSync(join(sources, own))) return own
  if (!page.endsWith('index.html')) return 'a text or the edition as one file'
  const [placeholder] = globSync('[[]*.astro', { cwd: join(sources, dirname(path)) })
  if (!placeholder) throw new Error(`No file in src/pages makes ${page}.`)
  return join(dirname(path), placeholder)
}
