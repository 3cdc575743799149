/** Pictures and formulas in the frames of an ODT file. */
import { inBrackets, type Piece } from '../office/formula.ts'
import type { Package } from '../package.ts'
import type { FoundPicture } from '../office/picture-store.ts'
import { childOf, elementsIn, plainTextIn, textIn, type XmlElement } from '../xml.ts'

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

/** The formula (MathML) in a frame; null if there is none. */
export function formulaIn(frame: XmlElement, files: Package): Piece[] | null {
  const object = childOf(frame, 'draw:object')
  if (!object) return null
  const inside = elementsIn(object).find(isMath)
  const folder = withoutDot(object.attributes['xlink:href'] ?? '').replace(/\/$/, '')
  const root = inside ?? (folder === '' ? null : files.xml(`${folder}/content.xml`))
  return root && isMath(root) ? piecesOf(root) : null
}

const isMath = ({ name }: XmlElement): boolean => localName(name) === 'math'
const localName = (name: string): string => name.replace(/^.*:/, '')

function piecesOf(element: XmlElement): Piece[] {
  const children = elementsIn(element)
  const moved = (i: number, kind: 'superscript' | 'subscript'): Piece[] =>
    children[i] ? piecesOf(children[i]).map(({ text }) => ({ text, kinds: [{ kind }] })) : []
  const grouped = (i: number): Piece[] => (children[i] ? inBrackets(piecesOf(children[i])) : [])
  switch (localName(element.name)) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return [{ text: textIn(element).trim(), kinds: [] }]
    case 'msup':
      return [...piecesOf(children[0] ?? nothing), ...moved(1, 'superscript')]
    case 'msub':
      return [...piecesOf(children[0] ?? nothing), ...moved(1, 'subscript')]
    case 'msubsup':
      return [
        ...piecesOf(children[0] ?? nothing),
        ...moved(1, 'subscript'),
        ...moved(2, 'superscript'),
      ]
    case 'mfrac':
      return [...grouped(0), { text: '/', kinds: [] }, ...grouped(1)]
    case 'msqrt':
      return [{ text: '√', kinds: [] }, ...inBrackets(children.flatMap(piecesOf))]
    case 'annotation':
    case 'annotation-xml':
      return []
    default:
      return children.flatMap(piecesOf)
  }
}

const nothing: XmlElement = {
  kind: 'element',
  name: '',
  attributes: {},
  children: [],
  line: 1,
  column: 1,
}
