import type { ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Brings the elements of a page into the form that reading systems expect. */
export function suit(body: ElementContent[]): void {
  visit({ type: 'root', children: body } as Root, 'element', ({ tagName, properties }) => {
    if (tagName === 'math') properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML'
    if (properties['role'] === 'doc-noteref') {
      properties['epub:type'] = 'noteref'
      delete properties['rel']
    }
    if (properties['role'] === 'doc-pagebreak') properties['epub:type'] = 'pagebreak'
    if (String(properties['rel']) === 'external') delete properties['rel']
    // A scrolling box is of no use where pages are turned.
    if (properties['tabindex'] !== undefined) delete properties['tabindex']
    for (const name of Object.keys(properties))
      if (/^data[-A-Z]/.test(name)) delete properties[name]
  })
}
