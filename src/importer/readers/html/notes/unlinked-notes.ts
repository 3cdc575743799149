/** Notes without links: raised or bracketed numbers in the text, and blocks at the end that begin with them. */
import type { Element, Text } from 'hast'
import { romanValue } from '../../roman-numbers.ts'
import {
  elementsOf,
  hasClass,
  headingTag,
  isBlock,
  isElement,
  plainWords,
  type Child,
  type Tree,
} from '../../tree/elements.ts'
import { stripStart } from './clean-note.ts'
import type { TreeNote } from '../../tree/text-of-tree.ts'
import { isNoteContainer, isNoteTitle } from './note-bodies.ts'

interface Start {
  block: Element
  number: number
  /** As printed. */
  mark: string
  body: Child[]
}
interface Call {
  mark: string
  index: number
  /** Directly behind a digit, as in 10². */
  isPower: boolean
  place: (note: string) => void
}

export function takeUnlinkedNotes(tree: Tree): TreeNote[] {
  const order = new Map<Element, number>()
  for (const element of elementsOf(tree.root)) order.set(element, order.size)
  const starts = startsIn(tree)
  if (starts.length === 0) return []
  const blocks = new Set(starts.map(({ block }) => block))
  const calls = callsIn(tree, order, (element) =>
    [...tree.ancestorsOf(element)].some((around) => blocks.has(around)),
  )
  const found: TreeNote[] = []
  let from = -1
  for (const group of groupsOf(starts)) {
    const until = order.get(group[0]!.block)!
    const own = inSequence(
      calls.filter(({ index }) => index > from && index < until),
      group,
    )
    from = order.get(group.at(-1)!.block)!
    if (own.length < group.length) continue
    for (const [i, { block, mark, body }] of group.entries()) {
      const id = `unlinked-${found.length + 1}`
      own[i]!.place(id)
      if (isBelowNoteTitle(tree, block)) body.push(...restOf(tree, block, blocks))
      stripStart(body, mark)
      found.push({ id, mark, kind: 'footnote', at: block, body })
    }
  }
  return found
}

/** One call for each note, in order; a raised figure behind a digit is a power if there is another. */
function inSequence(calls: readonly Call[], group: readonly Start[]): Call[] {
  const chosen: Call[] = []
  let after = -1
  for (const { mark } of group) {
    const own = calls.filter((call) => call.mark === mark && call.index > after)
    const call = own.find(({ isPower }) => !isPower) ?? own[0]
    if (!call) return []
    chosen.push(call)
    after = call.index - 1
  }
  return chosen
}

/** Further blocks of a note below the heading of the notes. */
function restOf(tree: Tree, block: Element, starts: ReadonlySet<Element>): Child[] {
  const siblings = tree.siblingsOf(block)
  const rest: Child[] = []
  for (const node of siblings.slice(siblings.indexOf(block) + 1)) {
    if (!isElement(node)) continue
    if (starts.has(node) || !/^(?:p|blockquote|ul|ol)$/.test(node.tagName)) break
    rest.push(node)
  }
  return rest
}

/** Blocks that begin with a number which is raised, in brackets, or below a heading „Anmerkungen“. */
function startsIn(tree: Tree): Start[] {
  const starts: Start[] = []
  for (const block of elementsOf(tree.root)) {
    const { tagName } = block
    if (tagName === 'ol' && isBelowNoteTitle(tree, block)) {
      let number = Number(block.properties.start ?? 1)
      for (const item of block.children)
        if (isElement(item) && item.tagName === 'li') {
          starts.push({ block: item, number, mark: String(number), body: [item] })
          number += 1
        }
    } else if (tagName === 'tr' && isBelowNoteTitle(tree, block)) {
      const [first] = block.children.filter((child) => isElement(child))
      const [, number] =
        /^[↑^\s]*[[(]?(\d{1,4})[\])]?[.:]?$/.exec(first ? plainWords(first) : '') ?? []
      if (number) starts.push({ block, number: Number(number), mark: number, body: [block] })
    } else if (
      /^(?:p|div|dd|td|li)$/.test(tagName) &&
      !block.children.some((child) => isBlock(child))
    ) {
      if (tagName === 'li' && starts.some((start) => start.block === block)) continue
      const mark = markBefore(tree, block)
      if (mark !== null) starts.push({ block, number: valueOf(mark), mark, body: [block] })
    }
  }
  return starts
}

/** An arabic or a roman number. */
const numeral = String.raw`\d{1,4}|[ivxlc]{1,10}`
const valueOf = (mark: string): number => romanValue(mark) ?? (Number(mark) || 0)

function markBefore(tree: Tree, block: Element): string | null {
  const words = plainWords(block)
  const first = block.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (!first || words.length < 4) return null
  const markIn = (shape: string, text: string): string | null => {
    const [, mark = ''] = new RegExp(shape).exec(text) ?? []
    return valueOf(mark) > 0 ? mark.replace(/^0+/, '') : null
  }
  if (isElement(first) && isRaised(first)) {
    const raised = plainWords(first)
    return raised === words ? null : markIn(String.raw`^[[(]?(${numeral})[\])]?\.?$`, raised)
  }
  return (
    markIn(String.raw`^\[(${numeral})\]\s*\S`, words) ??
    (isBelowNoteTitle(tree, block)
      ? markIn(String.raw`^\(?(\d{1,4}(?=\D)|[ivxlc]{1,10}(?=[.):\s]))[.):]?\s+\S`, words)
      : null)
  )
}

const isRaised = (element: Element): boolean =>
  element.tagName === 'sup' ||
  hasClass(element, /^sup(?:erscript)?$/) ||
  (element.children.length === 1 && isElement(element.children[0]) && isRaised(element.children[0]))

/** Of nodes: whether they are or follow, among their siblings, a heading of notes. */
const known = new WeakMap<Element, boolean>()

function isBelowNoteTitle(tree: Tree, block: Element): boolean {
  for (const around of [block, ...tree.ancestorsOf(block)]) {
    if (isNoteContainer(around)) return true
    if (/^(?:body|html|main|article)$/.test(around.tagName) && around !== block) return false
    const siblings = tree.siblingsOf(around).filter((node) => isElement(node))
    const passed: Element[] = []
    let is: boolean | undefined
    for (let at = siblings.indexOf(around) - 1; at >= 0 && is === undefined; at -= 1) {
      const node = siblings[at]!
      passed.push(node)
      is = known.get(node)
      if (is === undefined && isNoteTitle(plainWords(node))) is = true
      if (is === undefined && headingTag.test(node.tagName)) return false
    }
    for (const node of passed) if (!known.has(node)) known.set(node, is ?? false)
    if (is) return true
  }
  return false
}

/** Groups of notes whose numbers count on from 1. */
function groupsOf(starts: readonly Start[]): Start[][] {
  const groups: Start[][] = []
  for (const start of starts) {
    const last = groups.at(-1)
    if (last && start.number === last.at(-1)!.number + 1) last.push(start)
    else if (start.number === 1) groups.push([start])
  }
  return groups
}

const raisedMarks = new RegExp(
  String.raw`^[[(]?(?:${numeral})[\])]?(?:\s*[,;]\s*[[(]?(?:${numeral})[\])]?)*$`,
)
const marksIn = new RegExp(numeral, 'g')

function callsIn(
  tree: Tree,
  order: ReadonlyMap<Element, number>,
  isInNote: (element: Element) => boolean,
): Call[] {
  const calls: Call[] = []
  for (const element of elementsOf(tree.root)) {
    const index = order.get(element)!
    if (isRaised(element) && !isInNote(element)) {
      const numbers = plainWords(element)
      if (raisedMarks.test(numbers))
        for (const [mark] of numbers.matchAll(marksIn))
          calls.push({
            mark,
            index,
            isPower: isBehindDigit(tree, element),
            place: (note) => put(tree, element, note),
          })
      continue
    }
    for (const child of element.children)
      if (child.type === 'text' && !isInNote(element) && !headingTag.test(element.tagName))
        for (const { index: at, 0: whole, 1: square, 2: raised } of child.value.matchAll(
          /\[(\d{1,4}|[ivxlc]{1,10})\]|([¹²³⁰⁴-⁹]+)\)?/g,
        )) {
          const mark = (square ?? raised!).normalize('NFKC')
          const isPower = /\d\s?$/.test(child.value.slice(0, at))
          calls.push({ mark, index, isPower, place: (note) => split(tree, element, whole, note) })
        }
  }
  return calls
}

function isBehindDigit(tree: Tree, element: Element): boolean {
  const siblings = tree.siblingsOf(element)
  const before = siblings[siblings.indexOf(element) - 1]
  return before?.type === 'text' && /\d$/.test(before.value)
}

const callOf = (note: string, element: Element): Element => ({
  type: 'element',
  tagName: 'note-call',
  properties: { note },
  children: [],
  ...(element.position ? { position: element.position } : {}),
})

/** Puts a call before a superscript, which is removed with its last number. */
function put(tree: Tree, element: Element, note: string): void {
  if (!tree.parentOf(element)) return
  const numbers = plainWords(element).match(marksIn) ?? []
  const rest = Number(element.properties.dataPlaced ?? 0) + 1
  element.properties.dataPlaced = rest
  if (rest >= numbers.length) tree.replace(element, callOf(note, element))
  else tree.replace(element, callOf(note, element), element)
}

function split(tree: Tree, parent: Element, words: string, note: string): void {
  const text = parent.children.find(
    (child): child is Text => child.type === 'text' && child.value.includes(words),
  )
  if (!text) return
  const at = text.value.indexOf(words)
  const after: Text = { ...text, value: text.value.slice(at + words.length) }
  const before: Text = { ...text, value: text.value.slice(0, at) }
  tree.replace(text, before, callOf(note, parent), after)
}
