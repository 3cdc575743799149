import { imageMetadata } from 'astro/assets/utils'
import { byTag, findAll } from '../hast.ts'
import { fileAt } from '../links.ts'
import type { PageStep } from '../site.ts'

/** Sets width and height of figures from their files, so that the page does not shift when they load. */
export const figureSizes: PageStep = async (page, site) => {
  for (const figure of findAll(page.tree, byTag('img'))) {
    const { src, width } = figure.properties
    if (width !== undefined || typeof src !== 'string') continue
    const file = fileAt(site.address, '', src)
    if (!file) continue
    const size = await imageMetadata(await site.readPicture(file), file)
    page.addAttributes(figure, { width: size.width, height: size.height })
  }
}
