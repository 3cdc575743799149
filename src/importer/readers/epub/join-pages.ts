/** The pages of a book as one tree, so that notes may stand in another file than their calls. */
import type { Element, Nodes, Root } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import { attribute, elementsOf, isElement, type Child } from '../tree/elements.ts'
import { resolvePath } from './package-document.ts'

export interface BookPage {
  path: string
  root: Root
}

export interface JoinedPages {
  root: Root
  positions: ReadonlyMap<Nodes, ImportPosition>
}

/** Elements by whose number places are named. */
export const counted = /^(?:p|h[1-6]|li|td|th|dt|dd|blockquote|figure|img|pre|tr)$/
const separator = '|'

/** Names and addresses have the path of their file before them: `text/ch1.xhtml|n1`. */
export function joinPages(pages: readonly BookPage[]): JoinedPages {
  const positions = new Map<Nodes, ImportPosition>()
  const sections = pages.map(({ path, root }): Element => {
    const body = [...elementsOf(root)].find(({ tagName }) => tagName === 'body')
    let paragraph = 1
    for (const element of elementsOf(root)) {
      if (counted.test(element.tagName)) paragraph += 1
      const at: ImportPosition = {
        kind: 'paragraph',
        part: path,
        paragraph: Math.max(1, paragraph - 1),
      }
      positions.set(element, at)
      for (const child of element.children) if (!isElement(child)) positions.set(child, at)
      rename(element, path)
    }
    const section: Element = {
      type: 'element',
      tagName: 'section',
      properties: {
        id: `${path}${separator}`,
        ...(body ? { 'epub:type': attribute(body, 'epub:type') } : {}),
        ...(body?.properties.lang ? { lang: body.properties.lang } : {}),
      },
      children: (body?.children ?? []) as Element['children'],
    }
    positions.set(section, { kind: 'paragraph', part: path, paragraph: 1 })
    return section
  })
  const body: Element = { type: 'element', tagName: 'body', properties: {}, children: sections }
  const html: Element = { type: 'element', tagName: 'html', properties: {}, children: [body] }
  return { root: { type: 'root', children: [html as Child as Element] }, positions }
}

function rename(element: Element, path: string): void {
  const { properties } = element
  for (const name of ['id', 'name'])
    if (properties[name]) properties[name] = `${path}${separator}${attribute(element, name)}`
  for (const name of ['href', 'src', 'xLinkHref']) {
    const address = attribute(element, name)
    if (!address || /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(address)) continue
    const full = resolvePath(path, address)
    const hash = full.indexOf('#')
    const file = hash < 0 ? full : full.slice(0, hash)
    properties[name] =
      name === 'href' && element.tagName === 'a'
        ? `#${file}${separator}${hash < 0 ? '' : full.slice(hash + 1)}`
        : file
  }
}
