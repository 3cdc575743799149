/** Pictures and formulas in the frames of an ODT file. */
import type { Package } from '../office/package.ts'
import type { FoundPicture } from '../office/picture-store.ts'
import { childOf, descendants, elementsIn, textIn, type XmlElement } from '../xml.ts'

/** The picture of a frame; of several forms of it the first that the file contains. */
export function pictureIn(frame: XmlElement, files: Package): FoundPicture | null {
  const images = elementsIn(frame).filter(({ name }) => name === 'draw:image')
  if (images.length === 0) return null
  const sources = images.map(({ attributes }) => attributes['xlink:href'] ?? '')
  const source = sources.find((name) => files.bytes(withoutDot(name))) ?? sources[0]!
  const words = (name: string) => {
    const element = childOf(frame, name)
    return element ? textIn(element).replace(/\s+/g, ' ').trim() : ''
  }
  return {
    bytes: files.bytes(withoutDot(source)),
    ending: /\.(\w+)$/.exec(source)?.[1]?.toLowerCase() ?? '',
    source,
    alternative: words('svg:desc') || words('svg:title') || null,
  }
}

const withoutDot = (name: string): string => name.replace(/^\.\//, '')

/** The characters of a formula (MathML) in a frame; null if there is none. */
export function formulaIn(frame: XmlElement, files: Package): string | null {
  const object = childOf(frame, 'draw:object')
  if (!object) return null
  const inside = elementsIn(object).find(({ name }) => /(?:^|:)math$/.test(name))
  const folder = withoutDot(object.attributes['xlink:href'] ?? '')
  const root = inside ?? (folder === '' ? null : files.xml(`${folder}/content.xml`))
  if (!root || !/(?:^|:)math$/.test(root.name)) return null
  const signs = [...descendants(root)].filter(({ name }) => /(?:^|:)m(?:i|n|o|text)$/.test(name))
  return signs.map((sign) => textIn(sign).trim()).join('')
}
