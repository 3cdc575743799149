import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { imageMetadata } from 'astro/assets/utils'
import { targetOf } from '../site-steps/offline-file/links.ts'
import { pagesIn } from '../pages.ts'
import type { Site, Step } from '../site.ts'

/** Gives figures their width and height, so that the words below do not move when one arrives. */
export const figureSizes: Step = async (site) => {
  let count = 0
  for (const page of await pagesIn(site.folder)) {
    const path = join(site.folder, page)
    const html = await readFile(path, 'utf8')
    const sized = await withSizes(html, (source) => sizeOf(site, source))
    if (sized === html) continue
    await writeFile(path, sized)
    count += 1
  }
  return count > 0 ? `on ${count} pages` : 'there are none'
}

export interface Size {
  width: number
  height: number
}

/** @param sizeOf source of a figure → its size in CSS pixels, or null */
export async function withSizes(
  html: string,
  sizeOf: (source: string) => Promise<Size | null>,
): Promise<string> {
  let sized = html
  for (const [tag, source] of html.matchAll(
    /<img\b(?![^>]*\bwidth=)[^>]*?\bsrc="([^"]+)"[^>]*>/g,
  )) {
    const size = await sizeOf(source!)
    if (size)
      sized = sized.replaceAll(tag, () =>
        tag.replace('<img', `<img width="${size.width}" height="${size.height}"`),
      )
  }
  return sized
}

async function sizeOf({ folder, address }: Site, source: string): Promise<Size | null> {
  const path = targetOf(address, '', source)
  if (!path) return null
  const { width, height } = await imageMetadata(await readFile(join(folder, decodeURI(path))), path)
  return { width, height }
}
