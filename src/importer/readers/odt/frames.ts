/** Pictures in the frames of an ODT file. */
import type { Package } from '../package.ts'
import type { FoundPicture } from '../office/picture-store.ts'
import { childOf, elementsIn, plainTextIn, type XmlElement } from '../xml.ts'

/** The picture of a frame; of several forms of it the first that the file contains. */
export function pictureIn(frame: XmlElement, files: Package): FoundPicture | null {
  const images = elementsIn(frame).filter(({ name }) => name === 'draw:image')
  if (images.length === 0) return null
  const sources = images.map(({ attributes }) => attributes['xlink:href'] ?? '')
  const source = sources.find((name) => files.bytes(withoutDot(name))) ?? sources[0]!
  const words = (name: string) => plainTextIn(childOf(frame, name))
  return {
    bytes: files.bytes(withoutDot(source)),
    ending: /\.(\w+)$/.exec(source)?.[1]?.toLowerCase() ?? '',
    source,
    alternative: words('svg:desc') || words('svg:title') || null,
  }
}

const withoutDot = (name: string): string => name.replace(/^\.\//, '')
