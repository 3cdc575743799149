import { readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { targetOf } from './offline-file/links.ts'
import type { Step } from '../site.ts'

const ending = String.raw`\.(?:png|jpe?g|svg|webp|avif|gif)`
const picture = new RegExp(`${ending}$`, 'i')
const canName = (file: string) => /\.(?:html|css|js|webmanifest)$/.test(file)
const addresses = new RegExp(`[^\\s"'\`()<>,=]+${ending}`, 'gi')

/**
 * Takes away the pictures of public/ that nothing in the site names: those of a text that is left out would be a trace
 * of it.
 */
export const withheldFigures: Step = async ({ folder, address }) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const unnamed = new Set(files.filter((file) => picture.test(file)))
  // The manifest and any page name the icons: mostly nothing is left to look for after these.
  const isManifest = (file: string) => file.endsWith('.webmanifest')
  const naming = files.filter(canName).sort((a, b) => Number(isManifest(b)) - Number(isManifest(a)))
  for (const file of naming) {
    if (unnamed.size === 0) break
    const content = await readFile(join(folder, file), 'utf8')
    for (const [found] of content.matchAll(addresses)) {
      const path = targetOf(address, file, found)
      if (path) unnamed.delete(decodeURI(path))
    }
  }
  for (const file of unnamed) await rm(join(folder, file))
  return unnamed.size > 0 ? `${unnamed.size} that no page shows` : 'there are none'
}
