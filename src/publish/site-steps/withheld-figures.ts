import type { Nodes } from 'hast'
import { targetOf } from '../links.ts'
import type { Page } from '../page.ts'
import type { Site, SiteStep } from '../site.ts'

const ending = String.raw`\.(?:png|jpe?g|svg|webp|avif|gif)`
const picture = new RegExp(`${ending}$`, 'i')
const addresses = new RegExp(`[^\\s"'\`()<>,=]+${ending}`, 'gi')

/**
 * Takes away the pictures of public/ that nothing in the site names: those of a text that is left out would be a trace
 * of it.
 */
export const withheldFigures: SiteStep = async (site) => {
  const unnamed = new Set(site.files.filter((file) => picture.test(file)))
  for await (const [name, words] of naming(site)) {
    for (const [found] of words.matchAll(addresses)) {
      const path = targetOf(site.address, name, found)
      if (path) unnamed.delete(decodeURI(path))
    }
    if (unnamed.size === 0) break
  }
  for (const file of unnamed) await site.remove(file)
  return unnamed.size > 0 ? `${unnamed.size} that no page shows` : 'there are none'
}

/**
 * What can name a picture, with the file in which it stands. The manifest and any page name the icons: mostly nothing is
 * left to look for after these.
 */
async function* naming(site: Site): AsyncGenerator<readonly [name: string, words: string]> {
  const read = async (name: string) => [name, (await site.read(name)).toString()] as const
  const isManifest = (file: string) => file.endsWith('.webmanifest')
  for (const name of site.files.filter(isManifest)) yield await read(name)
  for (const page of site.pages) yield [page.name, namedBy(page)]
  for (const name of site.files.filter((file) => /\.(?:css|js)$/.test(file))) yield await read(name)
}

/** Attributes of a page, and its scripts and styles. */
function namedBy({ tree }: Page): string {
  const words: string[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element') words.push(...Object.values(node.properties).map(String))
    if (node.type === 'element' && /^(?:script|style)$/.test(node.tagName))
      for (const child of node.children) if (child.type === 'text') words.push(child.value)
    if ('children' in node) node.children.forEach(walk)
    if (node.type === 'element' && node.content) walk(node.content)
  }
  walk(tree)
  return words.join('\n')
}
