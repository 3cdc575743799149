import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { imageMetadata } from 'astro/assets/utils'
import { editionFolder } from '../../workspace/index.ts'
import { pictureFault } from './picture-faults.ts'
import type { FigureAt } from '../link/missing-figures.ts'

/** Reads the pictures of public/, to say of each path whether it can be shown. */
export async function readFigures(folder = join(editionFolder(), 'public')): Promise<FigureAt> {
  const files = globSync('**/*.{png,jpg,jpeg,svg,webp,avif,gif,PNG,JPG,JPEG,SVG,WEBP,AVIF,GIF}', {
    cwd: folder,
    withFileTypes: true,
  }).filter((entry) => entry.isFile())
  const faults = new Map<string, string | null>()
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    const address = path.slice(folder.length + 1).replaceAll(sep, '/')
    faults.set(address.normalize('NFC'), nameFault(address) ?? (await contentFault(path)))
  }
  return (path) => (faults.has(path) ? { fault: faults.get(path)! } : null)
}

/** Letters, digits, spaces and signs that every address writes in one way. */
function nameFault(address: string): string | null {
  if (address.normalize('NFC') !== address)
    return 'has a name in which marks are parted from their letters; name the file anew'
  const [sign] = /[^\p{L}\p{M}\p{N} ._/(),=+&!'@~-]/u.exec(address) ?? []
  return sign ? `has “${sign}” in its name, which not every address can; rename the file` : null
}

async function contentFault(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return 'cannot be read; change the rights of the file'
  if (bytes.length === 0) return 'is empty; put the picture there'
  const isSvg = /\.svg$/i.test(path)
  try {
    const { width, height, format } = await imageMetadata(bytes, path)
    if (width > 0 && height > 0) return pictureFault(bytes, format)
  } catch {
    if (!isSvg || !bytes.includes('<svg'))
      return 'is no picture, whatever its name says; export it again'
  }
  return 'says no size; give it a width and a height, or the <svg> a viewBox'
}
