import type { Element } from 'hast'
import { byTag, findAll } from '../../hast.ts'

const imageTypes: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

/** Embeds images as data URLs. `encode`: address → bytes in base64. */
export function embedImages(body: Element, encode: (url: string) => string): void {
  for (const { properties } of findAll(body, byTag('img'))) {
    const source = String(properties['src'])
    if (source.startsWith('data:')) continue
    const type = imageTypes[source.replace(/.*\./, '').toLowerCase()]
    if (!type) throw new Error(`An image of an unknown kind cannot go into a file: ${source}`)
    properties['src'] = `data:${type};base64,${encode(source)}`
    delete properties['srcSet']
  }
}
