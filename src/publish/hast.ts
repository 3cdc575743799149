/** Parses, searches, copies and creates hast trees. */
import type { Element, ElementContent, Nodes, Parents, Root, RootContent, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'

import { toHtml as stringify } from 'hast-util-to-html'

/**
 * The tree as HTML. Long scripts and styles are put in at the end: every element around them would copy them, which is
 * most of the time for a file with its fonts and index.
 */
export function toHtml(tree: Nodes): string {
  const long: { node: Text; value: string }[] = []
  const takeOut = (node: Nodes): void => {
    if (!('children' in node)) return
    const isRaw = node.type === 'element' && /^(?:script|style)$/.test(node.tagName)
    for (const child of node.children) {
      if (!isRaw) takeOut(child)
      else if (child.type === 'text' && child.value.length > 5000) {
        long.push({ node: child, value: child.value })
        child.value = `\0${long.length - 1}\0`
      }
    }
  }
  takeOut(tree)
  try {
    return stringify(tree).replace(/\0(\d+)\0/g, (_, number: string) => long[Number(number)]!.value)
  } finally {
    for (const { node, value } of long) node.value = value
  }
}

/** Nodes from the source have their position in it: `position.start.offset`. */
export const parseHtml = (html: string): Root => fromHtml(html)

export type Test = (element: Element) => boolean

export const byTag =
  (tagName: string): Test =>
  (element) =>
    element.tagName === tagName

/** `name`: property name in hast: `dataOnSite`. */
export const byProperty =
  (name: string, value?: string): Test =>
  ({ properties }) =>
    properties[name] !== undefined && (value === undefined || properties[name] === value)

export const byClass =
  (name: string): Test =>
  ({ properties: { className } }) =>
    Array.isArray(className) && className.includes(name)

/** In document order, including the node itself, without the contents of `<template>`. */
export function findAll(tree: Parents, test: Test): Element[] {
  const found: Element[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element' && test(node)) found.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(tree)
  return found
}

/** Stops at the first match, since pages can be long. */
export function findFirst(node: Nodes, test: Test): Element | null {
  if (node.type === 'element' && test(node)) return node
  if (!('children' in node)) return null
  for (const child of node.children) {
    const found = findFirst(child, test)
    if (found) return found
  }
  return null
}

/** @throws if there is no such element */
export function find(tree: Parents, test: Test): Element {
  const found = findFirst(tree, test)
  if (!found) throw new Error('A page lacks an element that publishing needs.')
  return found
}

export function removeAll(tree: Parents, test: Test): void {
  tree.children = (tree.children as RootContent[]).filter(
    (child) => child.type !== 'element' || !test(child),
  ) as ElementContent[]
  for (const child of tree.children) if ('children' in child) removeAll(child, test)
}

/** A copy without the matching elements and their contents. */
export function copyWithout<T extends Nodes>(node: T, left: Test): T {
  const copy = { ...node }
  // A shallow copy is enough, since values of properties are only replaced.
  if (copy.type === 'element') copy.properties = { ...copy.properties }
  if ('children' in copy)
    copy.children = (copy.children as ElementContent[])
      .filter((child) => child.type !== 'element' || !left(child))
      .map((child) => copyWithout(child, left))
  return copy
}

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children })

export const text = (value: string) => ({ type: 'text', value }) as const

export function textOf(tree: Nodes): string {
  if (tree.type === 'text') return tree.value
  return 'children' in tree ? tree.children.map(textOf).join('') : ''
}
