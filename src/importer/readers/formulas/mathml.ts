/** MathML of an XML file. */
import { elementsIn, textIn, type XmlElement } from '../xml.ts'
import type { MathNode } from './math-node.ts'

const localName = (name: string): string => name.replace(/^.*:/, '')

export const isMath = ({ name }: { name: string }): boolean => localName(name) === 'math'

export function mathOfXml(element: XmlElement): MathNode {
  const children = elementsIn(element)
  return {
    name: localName(element.name),
    attributes: element.attributes,
    children: children.map(mathOfXml),
    text: children.length > 0 ? '' : textIn(element),
  }
}

/** TeX that stands beside a formula in MathML. */
export function texBeside(math: MathNode): string | null {
  for (const child of math.children) {
    const isTex =
      child.name === 'annotation' &&
      /^(?:application\/x-(?:la)?tex|(?:la)?tex|text\/x-(?:la)?tex)$/i.test(
        child.attributes['encoding'] ?? '',
      )
    const found = isTex ? child.text : texBeside(child)
    if (found !== null && found.trim() !== '') return found
  }
  return null
}
