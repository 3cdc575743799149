/** Pages of a built site by their template in src/pages. */
import { existsSync, globSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pagesIn } from '../site-files.ts'

const sources = resolve(import.meta.dirname, '../../src/pages')

/** Only an edition with hundreds of works has pages of it: works-by-letter.spec.ts has one. */
const ofLongLists = 'literatur/[part].astro'

/** Paths below src/pages of those that the whole edition has pages of. */
export const templates = globSync('**/*.astro', { cwd: sources })
  .filter((path) => path !== ofLongLists)
  .sort()

/** The longest page of a template. Path as in `pagesIn`. */
export async function longestOf(template: string, folder: string): Promise<string> {
  const pages = (await pagesIn(folder)).filter((page) => templateOf(page) === template)
  const sizes = await Promise.all(pages.map(async (page) => (await stat(join(folder, page))).size))
  const longest = pages[sizes.indexOf(Math.max(...sizes))]
  if (!longest) throw new Error(`${template} makes no page of ${folder}.`)
  return longest
}

/** Template of a page; null for one-file editions. */
function templateOf(page: string): string | null {
  const path = page.replace(/(\/?index)?\.html$/, '')
  for (const own of [`${path}.astro`, join(path, 'index.astro')])
    if (existsSync(join(sources, own))) return own
  if (!page.endsWith('index.html')) return null
  const [placeholder] = globSync('[[]*.astro', { cwd: join(sources, dirname(path)) })
  return placeholder ? join(dirname(path), placeholder) : null
}
