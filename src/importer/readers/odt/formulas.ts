import { isMath } from '../formulas/mathml.ts'
import type { Package } from '../package.ts'
import { childOf, elementsIn, type XmlElement } from '../xml.ts'

/** The formula (MathML) in a frame; null if there is none. */
export function formulaIn(frame: XmlElement, files: Package): XmlElement | null {
  const object = childOf(frame, 'draw:object')
  if (!object) return null
  const inside = elementsIn(object).find(isMath)
  const folder = (object.attributes['xlink:href'] ?? '').replace(/^\.\//, '').replace(/\/$/, '')
  const root = inside ?? (folder === '' ? null : files.xml(`${folder}/content.xml`))
  return root && isMath(root) ? root : null
}
