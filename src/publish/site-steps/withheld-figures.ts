import type { Nodes } from 'hast'
import { fileAt } from '../links.ts'
import type { Page } from '../page.ts'
import type { Site, SiteStep } from '../site.ts'

const ending = String.raw`\.(?:png|jpe?g|svg|webp|avif|gif)`
const picture = new RegExp(`${ending}$`, 'i')
const addresses = new RegExp(`[^\\s"'\`()<>,=]+${ending}`, 'gi')

/**
 * Removes the pictures of public/ that are not used in the site, so that those of a left-out text are not published.
 */
export const withheldFigures: SiteStep = async (site) => {
  const unnamed = new Set(site.files.filter((file) => picture.test(file)))
  for await (const [name, words] of naming(site)) {
    for (const found of words.flatMap((some) => [some, ...(some.match(addresses) ?? [])])) {
      const path = picture.test(found) && fileAt(site.address, name, found)
      if (path) unnamed.delete(path)
    }
    if (unnamed.size === 0) break
  }
  for (const file of unnamed) await site.remove(file)
  return unnamed.size > 0 ? `${unnamed.size} that no page shows` : 'there are none'
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
