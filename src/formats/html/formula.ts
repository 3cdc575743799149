import type { Element, ElementContent } from 'hast'
import type { Formula } from '../../edition/model/model.ts'
import { element } from './element.ts'

const frame = { class: 'formula', role: 'group', 'aria-label': 'Formel', tabindex: '0' }

/** MathML, with the TeX for those who copy it; one on a line of its own scrolls if it is wider than the window. */
export function formula({ mathml, value, display }: Formula): ElementContent[] {
  if (!mathml) return []
  const properties = { ...mathml.properties, alttext: value.replace(/\s+/g, ' ') }
  const math: Element = { ...mathml, properties }
  return display ? [element('span', frame, [math])] : [math]
}

/** A formula alone in its paragraph is none; else null. */
export function displayed({ children }: Element): Element | null {
  const [only, ...others] = children
  const isFormula = only?.type === 'element' && only.properties['class'] === frame.class
  return isFormula && others.length === 0 ? { ...only, tagName: 'div' } : null
}
