import type { Element, ElementContent } from 'hast'
import type { Formula } from '../../edition/model/model.ts'
import { signsOf } from '../../markdown/tex.ts'
import { element } from './element.ts'

const group = { role: 'group', 'aria-label': 'Formel', tabindex: '0' }

/** Signs of a formula that has room in every column. */
const narrow = 16
/** Signs of those that are set smaller on paper, which does not scroll: `styles/formulas.css`. */
const wide = [65, 90, 130, 180]

/**
 * MathML, with the TeX for those who copy it; one on a line of its own, or long, scrolls if it is wider than the column.
 */
export function formula({ mathml, value, display }: Formula): ElementContent[] {
  if (!mathml) return []
  const properties = { ...mathml.properties, alttext: value.replace(/\s+/g, ' ') }
  const math: Element = { ...mathml, properties }
  const signs = signsOf(mathml).length
  const steps = wide.filter((least) => signs > least).length
  const names = steps > 0 ? `formula wide-${steps}` : 'formula'
  if (display) return [element('span', { class: names, ...group }, [math])]
  return signs > narrow ? [element('span', { class: 'formula-inline', ...group }, [math])] : [math]
}

/** A formula alone in its paragraph is none; else null. */
export function displayed({ children }: Element): Element | null {
  const [only, ...others] = children
  const isFormula =
    only?.type === 'element' && /^formula( |$)/.test(String(only.properties['class']))
  return isFormula && others.length === 0 ? { ...only, tagName: 'div' } : null
}
