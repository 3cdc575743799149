/** Where a note begins and ends. */
import type { Element, Nodes } from 'hast'
import {
  blockTags,
  classesOf,
  elementsOf,
  hasClass,
  headingTag,
  isBlock,
  isElement,
  isTyped,
  nameOf,
  plainWords,
  wordsIn,
  type Child,
  type Tree,
} from '../../tree/elements.ts'
import { isReturnWord, markIn, speaksOfNotes } from './note-marks.ts'

const whole = /^(?:li|aside|dd|tr|section|blockquote)$/

/** The first node of the note that a target is in, a child of what holds the notes. */
export function startOf(tree: Tree, target: Element, targets: ReadonlySet<Element>): Element {
  const holdsOthers = (element: Element): boolean => {
    for (const inner of elementsOf(element))
      if (targets.has(inner) && inner !== target && !tree.isInside(inner, target)) return true
    return false
  }
  let start = target
  for (const around of tree.ancestorsOf(target)) {
    if (/^(?:body|html|main|article|table|tbody|ol|ul|dl)$/.test(around.tagName)) break
    if (!isFirstIn(around, start) || holdsOthers(around) || holdsHeading(around)) break
    // Of an empty anchor before its paragraph the paragraph is the note.
    if (isBlock(around) && plainWords(start) === '' && isBlock(nextElement(tree, start))) break
    const isLarger = isBlock(start) && !whole.test(around.tagName) && !speaksOfNotes(nameOf(around))
    if (isLarger && blocksIn(around) > 1) break
    start = around
  }
  return start
}

const holdsHeading = (element: Element): boolean =>
  [...elementsOf(element)].some(({ tagName }) => headingTag.test(tagName) || tagName === 'hr')

const blocksIn = (element: Element): number =>
  element.children.filter((child) => isBlock(child)).length

/** Whether nothing but signs and marks stands before an element in the one around it. */
function isFirstIn(around: Element, element: Element): boolean {
  for (const child of around.children) {
    if (child === element) return true
    const words = wordsIn(child).replace(/\s+/g, ' ').trim()
    if (words && !isReturnWord(words)) return false
    if (isElement(child) && [...elementsOf(child)].some(({ tagName }) => tagName === 'img'))
      return false
  }
  return true
}

function nextElement(tree: Tree, element: Element): Element | undefined {
  const siblings = tree.siblingsOf(element)
  for (const next of siblings.slice(siblings.indexOf(element) + 1)) {
    if (isElement(next)) return next
    if (next.type === 'text' && next.value.trim()) return undefined
  }
  return undefined
}

/** The nodes of each note; `starts` are in order. `isText` tells nodes that cannot belong to a note. */
export function bodiesOf(
  tree: Tree,
  starts: readonly Element[],
  isText: (node: Nodes) => boolean,
): Map<Element, Child[]> {
  const bodies = new Map<Element, Child[]>()
  const groups = Map.groupBy(starts, (start) => tree.parentOf(start)!)
  for (const [parent, own] of groups) {
    const siblings = parent.children as Child[]
    const isStart = new Set<Nodes>(own)
    const holdsNotes =
      isElement(parent) &&
      (isNoteContainer(parent) || !isBlock(own[0]) || isAfterTitle(siblings, own[0]!))
    for (const start of own) {
      const body: Child[] = [start]
      for (const node of siblings.slice(siblings.indexOf(start) + 1)) {
        if (isStart.has(node) || isEnd(node) || isText(node)) break
        if (!belongs(start, node, body, holdsNotes)) break
        body.push(node)
      }
      // Trailing white space and empty elements belong to nobody.
      while (body.length > 1 && plainWords(body.at(-1)!) === '') body.pop()
      bodies.set(start, body)
    }
  }
  return bodies
}

const isEnd = (node: Nodes): boolean =>
  isElement(node) &&
  (headingTag.test(node.tagName) ||
    node.tagName === 'hr' ||
    /^(?:section|article|footer|nav|table)$/.test(node.tagName))

function belongs(
  start: Element,
  node: Child,
  body: readonly Child[],
  holdsNotes: boolean,
): boolean {
  if (!isElement(node)) return node.type !== 'text' || node.value.trim() === '' || !isBlock(start)
  if (start.tagName === 'dt') return node.tagName === 'dd'
  if (/^(?:li|tr|aside|dd)$/.test(start.tagName)) return false
  // An anchor or a line of a paragraph: to the next.
  if (!isBlock(start)) {
    if (isBlock(node)) return plainWordsOf(body) === '' || markIn(plainWordsOf(body)) !== null
    return true
  }
  if (start.tagName === 'div' || start.tagName === 'section') return false
  const classes = classesOf(start)
  if (classes.length > 0 && classes.every((name) => classesOf(node).includes(name))) return true
  return holdsNotes && blockTags.has(node.tagName)
}

const plainWordsOf = (nodes: readonly Child[]): string => nodes.map(plainWords).join(' ').trim()

/** An element that says that it holds notes. */
export const isNoteContainer = (element: Element): boolean =>
  isTyped(element, /^(?:footnotes?|endnotes?|rearnotes?)$/) ||
  hasClass(
    element,
    /^(?:_id)?(?:foot-?notes?|end-?notes?|fussnoten|fußnoten|anmerkungen|references|reflist|notes?)(?:[_-].*)?$/i,
  ) ||
  /^(?:foot-?notes?|end-?notes?|fussnoten|anmerkungen|notes)$/i.test(
    String(element.properties.id ?? ''),
  ) ||
  /mso-element:\s*(?:foot|end)note-list/.test(String(element.properties.style ?? ''))

export const isNoteTitle = (words: string): boolean =>
  /^(?:\d+\.?\s*)?(?:die\s+)?(?:Anmerkungen|Anmerkung(?:en)? und Nachweise|Fu(?:ß|ss)noten?|Endnoten?|Noten|Einzelnachweise|Nachweise|Anmerkungsapparat|Notes?|Footnotes?|Endnotes?|References|Notes and references)[.:]?$/i.test(
    words,
  )

/** Whether the last thing of weight before a node is a rule or a heading „Anmerkungen“. */
function isAfterTitle(siblings: readonly Child[], start: Element): boolean {
  for (let at = siblings.indexOf(start) - 1; at >= 0; at -= 1) {
    const node = siblings[at]!
    if (isElement(node) && node.tagName === 'hr') return true
    const words = plainWords(node)
    if (words) return isNoteTitle(words)
  }
  return false
}
