/** Small questions about hast elements. */
import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast'

export type Child = ElementContent | RootContent

export const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element'

/** An attribute as text, or an empty string. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null || value === false ? '' : String(value)
}

export const classesOf = (element: Element): string[] => {
  const { className } = element.properties
  return Array.isArray(className) ? className.map(String) : []
}

export const hasClass = (element: Element, pattern: RegExp): boolean =>
  classesOf(element).some((name) => pattern.test(name))

/** Class, id, role and `epub:type` as one text, for patterns. */
export const nameOf = (element: Element): string =>
  [
    ...classesOf(element),
    attribute(element, 'id'),
    attribute(element, 'role'),
    attribute(element, 'epub:type'),
  ]
    .filter(Boolean)
    .join(' ')

/** Whether a role of DPUB-ARIA or a type of EPUB says what the element is: `noteref`, `pagebreak`. */
export const isTyped = (element: Element, type: RegExp): boolean =>
  [attribute(element, 'role').replace(/^doc-/, ''), attribute(element, 'epub:type')]
    .join(' ')
    .split(/\s+/)
    .some((name) => type.test(name))

/** All words in a node, white space as it stands. */
export function wordsIn(node: Nodes): string {
  const parts: string[] = []
  const rest: Nodes[] = [node]
  for (let next; (next = rest.pop());) {
    if (next.type === 'text') parts.push(next.value)
    else if ('children' in next && !(isElement(next) && silent.has(next.tagName)))
      for (let i = next.children.length - 1; i >= 0; i -= 1) rest.push(next.children[i]!)
  }
  return parts.join('')
}

/** All words with single spaces, also between blocks. */
export function plainWords(node: Nodes): string {
  const parts: string[] = []
  const rest: (Nodes | ' ')[] = [node]
  for (let next; (next = rest.pop());) {
    if (next === ' ') parts.push(next)
    else if (next.type === 'text') parts.push(next.value)
    else if ('children' in next && !(isElement(next) && silent.has(next.tagName))) {
      const isApart = isElement(next) && (blockTags.has(next.tagName) || next.tagName === 'br')
      if (isApart) rest.push(' ')
      for (let i = next.children.length - 1; i >= 0; i -= 1) rest.push(next.children[i]!)
      if (isApart) rest.push(' ')
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** Elements whose text is never shown. */
export const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'link',
  'meta',
  'base',
])

/** Elements in document order, without recursion. */
export function* elementsOf(root: Nodes): Generator<Element> {
  const rest: Nodes[] = [root]
  for (let node; (node = rest.pop());) {
    if (isElement(node)) yield node
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i -= 1) rest.push(node.children[i]!)
  }
}

/** The tree with the parents of its nodes, which changes keep up to date. */
export class Tree {
  readonly root: Root | Element
  readonly #parents = new Map<Nodes, Parents>()

  constructor(root: Root | Element) {
    this.root = root
    this.#adopt(root)
  }

  parentOf(node: Nodes): Parents | undefined {
    return this.#parents.get(node)
  }

  /** From the parent up to the root. */
  *ancestorsOf(node: Nodes): Generator<Element> {
    for (let parent = this.parentOf(node); parent; parent = this.parentOf(parent))
      if (isElement(parent)) yield parent
  }

  isInside(node: Nodes, outer: Nodes): boolean {
    for (let at: Nodes | undefined = node; at; at = this.parentOf(at)) if (at === outer) return true
    return false
  }

  siblingsOf(node: Nodes): Child[] {
    return (this.parentOf(node)?.children ?? []) as Child[]
  }

  replace(node: Nodes, ...others: ElementContent[]): void {
    const parent = this.parentOf(node)
    if (!parent) return
    const children = parent.children as Child[]
    const at = children.indexOf(node as Child)
    if (at < 0) return
    children.splice(at, 1, ...others)
    this.#parents.delete(node)
    for (const other of others) {
      this.#parents.set(other, parent)
      this.#adopt(other)
    }
  }

  append(parent: Element, children: readonly ElementContent[]): void {
    parent.children.push(...children)
    for (const child of children) this.#parents.set(child, parent)
  }

  remove(node: Nodes): void {
    this.replace(node)
  }

  #adopt(root: Nodes): void {
    const rest: Nodes[] = [root]
    for (let node; (node = rest.pop());)
      if ('children' in node)
        for (const child of node.children) {
          this.#parents.set(child, node)
          rest.push(child)
        }
  }
}

export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
)

export const isBlock = (node: Nodes | undefined): node is Element =>
  isElement(node) && blockTags.has(node.tagName)

export const headingTag = /^h([1-6])$/
