import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import temml from 'temml'
import type { Formula } from './nodes.ts'

/** What a formula in TeX is in MathML, or what is wrong with it and where. */
export function readTex(value: string, display: boolean): Pick<Formula, 'mathml' | 'fault'> {
  try {
    const math = temml.renderToString(value, { displayMode: display, throwOnError: true })
    const { children } = fromHtml(math, { fragment: true })
    return { mathml: plain(children[0] as Element) as Element, fault: null }
  } catch (error) {
    const { message, position } = error as Error & { position?: number }
    return { mathml: null, fault: { what: reasonOf(message), index: position ?? 0 } }
  }
}

/** The first sentence, without the copy of the formula that Temml puts behind it. */
const reasonOf = (message: string) =>
  message
    .replace(/ at (?:position \d+|end of input):[^]*$/, '')
    .trim()
    .replace(/^Expected 'EOF', got '(.+)'$/, '$1 closes nothing')

const kept = new Set(
  'accent accentunder columnspan display displaystyle fence form linethickness lspace mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric width height depth voffset'.split(
    ' ',
  ),
)

/** Without styles, which pages do not allow, and classes other than those of `styles/formulas.css`. */
function plain(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const properties = Object.fromEntries(
    Object.entries(node.properties).flatMap(([name, value]) =>
      kept.has(name.toLowerCase()) ? [[name.toLowerCase(), value]] : [],
    ),
  )
  const names = classesOf(node)
  if (names.length > 0) properties['class'] = names.join(' ')
  return { ...node, properties, children: node.children.map(plain) }
}

function classesOf({ tagName, properties }: Element): string[] {
  const named = [properties['className'] ?? []].flat().map(String)
  const style = String(properties['style'] ?? '')
  if (tagName !== 'mtd') return /border:/.test(style) ? ['boxed'] : []
  return [
    ...named
      .flatMap((name) => /^tml-(left|right)$/.exec(name)?.[1] ?? [])
      .map((side) => `align-${side}`),
    ...(/border-bottom:/.test(style) ? ['rule-below'] : []),
    ...(/border-right:/.test(style) ? ['rule-beside'] : []),
  ]
}

/** The signs of a formula in the order in which they stand in MathML. */
export function signsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(signsOf).join('') : ''
}
