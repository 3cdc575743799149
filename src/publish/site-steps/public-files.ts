import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import { fileAt } from '../links.ts'
import type { Page } from '../page.ts'
import { filesIn, type Site, type SiteStep } from '../site.ts'

const ending = String.raw`\.(?:png|jpe?g|svg|webp|avif|gif)`
const picture = new RegExp(`${ending}$`, 'i')
const addresses = new RegExp(`[^\\s"'\`()<>,=]+${ending}`, 'gi')

/**
 * Brings the files of public/ to the site: of its pictures those alone that a page, style or script names, so that those
 * of a left-out text are in the folder at no time, whatever stops the build.
 */
export const publicFiles =
  (folder: string): SiteStep =>
  async (site) => {
    const bring = async (file: string) => site.write(file, await readFile(join(folder, file)))
    const files = existsSync(folder) ? await filesIn(folder) : []
    for (const file of files.filter((file) => !picture.test(file))) await bring(file)
    const unnamed = new Set(files.filter((file) => picture.test(file)))
    const named: string[] = []
    for await (const [name, words] of naming(site)) {
      if (unnamed.size === 0) break
      for (const found of words.flatMap((some) => [some, ...(some.match(addresses) ?? [])])) {
        const path = picture.test(found) && fileAt(site.address, name, found)
        if (path && unnamed.delete(path)) named.push(path)
      }
    }
    for (const file of named) await bring(file)
    return `${named.length} pictures, ${unnamed.size} withheld that no page shows`
  }

/**
 * Texts that may contain names of pictures, with their file. Manifest and pages come first, since mostly all pictures are
 * found in them.
 */
async function* naming(
  site: Site,
): AsyncGenerator<readonly [name: string, words: readonly string[]]> {
  const read = async (name: string) => [name, [(await site.read(name)).toString()]] as const
  const isManifest = (file: string) => file.endsWith('.webmanifest')
  for (const name of site.files.filter(isManifest)) yield await read(name)
  for (const page of site.pages) yield [page.name, namedBy(page)]
  for (const name of site.files.filter((file) => /\.(?:css|js)$/.test(file))) yield await read(name)
}

/** Attributes, scripts and styles of a page: an attribute can be an address, or hold some. */
function namedBy({ tree }: Page): string[] {
  const words: string[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element') words.push(...Object.values(node.properties).map(String))
    if (node.type === 'element' && /^(?:script|style)$/.test(node.tagName))
      for (const child of node.children) if (child.type === 'text') words.push(child.value)
    if ('children' in node) node.children.forEach(walk)
    if (node.type === 'element' && node.content) walk(node.content)
  }
  walk(tree)
  return words
}
