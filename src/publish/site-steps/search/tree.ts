import type { Element, Nodes } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

export function attribute(node: Element, name: string): string | undefined {
  const value = node.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null ? undefined : String(value)
}

export const hasClass = (node: Element, name: string) =>
  (attribute(node, 'className') ?? '').split(' ').includes(name)

/** Every element of the tree, in order; `false` from the visitor leaves its inside out. */
export function eachElement(tree: Nodes, see: (node: Element) => boolean | void): void {
  visit(tree, 'element', (node) => (see(node) === false ? SKIP : undefined))
}

export function findElement(tree: Nodes, fits: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined
  eachElement(tree, (node) => {
    if (!found && fits(node)) found = node
    return !found
  })
  return found
}

const blocks = new Set([
  'p',
  'li',
  'blockquote',
  'td',
  'th',
  'tr',
  'dd',
  'dt',
  'br',
  'h2',
  'h3',
  'div',
])

/** The words of an element as the page contract has them: calls, page breaks and hidden parts left out. */
export function wording(node: Nodes): string {
  let words = ''
  visit(node, (part) => {
    if (part.type === 'text') words += part.value
    if (part.type !== 'element') return
    if (isBeside(part)) return SKIP
    if (blocks.has(part.tagName)) words += ' '
    return
  })
  return words
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

const isBeside = (node: Element) =>
  ['doc-noteref', 'doc-pagebreak', 'doc-backlink'].includes(attribute(node, 'role') ?? '') ||
  attribute(node, 'ariaHidden') === 'true'
