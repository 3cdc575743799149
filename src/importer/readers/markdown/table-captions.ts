/** Puts captions of tables, which have been written as divisions beside them, into the tables. */
import type { Element, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { attribute, isElement } from '../tree/elements.ts'

export function putCaptions(page: Root): void {
  visit(page, (parent) => {
    if (!('children' in parent)) return
    for (const division of elementsIn(parent.children)) {
      if (attribute(division, 'className') !== 'table-caption') continue
      const siblings = elementsIn(parent.children)
      const at = siblings.indexOf(division)
      const table = [siblings[at - 1], siblings[at + 1]].find(isBare)
      if (!table) continue
      table.children.unshift({
        type: 'element',
        tagName: 'caption',
        properties: { dataAt: attribute(division, 'dataAt') },
        children: elementsIn(division.children).flatMap(({ children }) => children),
      })
      parent.children.splice(parent.children.indexOf(division), 1)
    }
  })
}

const elementsIn = (nodes: readonly RootContent[]): Element[] =>
  nodes.filter((node): node is Element => isElement(node))

const isBare = (element: Element | undefined): element is Element =>
  element?.tagName === 'table' &&
  !elementsIn(element.children).some(({ tagName }) => tagName === 'caption')
