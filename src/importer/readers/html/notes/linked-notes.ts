/** Notes that links call: in lists, divisions, tables or paragraphs, behind a chapter or at the end. */
import type { Element, ElementContent, Nodes } from 'hast'
import {
  elementsOf,
  headingTag,
  isElement,
  nameOf,
  attribute,
  plainWords,
  type Child,
  type Tree,
} from '../../tree/elements.ts'
import type { Anchors, NoteLink } from './links.ts'
import { noteLinksIn } from './links.ts'
import { bodiesOf, isNoteTitle, startOf } from './note-bodies.ts'
import { cleanNote } from './clean-note.ts'
import { placeCall } from './place-call.ts'
import type { TreeNote } from '../../tree/text-of-tree.ts'

export function takeLinkedNotes(tree: Tree, anchors: Anchors): TreeNote[] {
  const all = noteLinksIn(tree, anchors)
  const targets = new Set(all.map(({ target }) => target))
  const starts = new Map<Element, NoteLink[]>()
  for (const link of all) {
    const start = startOf(tree, link.target, targets)
    if (tree.isInside(link.link, start)) continue
    const own = starts.get(start)
    if (own) own.push(link)
    else starts.set(start, [link])
  }
  // A reference in a sentence („siehe Anm. 5“) is a call only where there is no other.
  for (const [start, links] of starts) {
    const pure = links.filter(({ isWorded }) => !isWorded)
    if (pure.length > 0) starts.set(start, pure)
    if (!pure.some(({ isSure }) => isSure) && !confirms(tree, start, links, starts))
      starts.delete(start)
  }
  const callsOf = new Set<Nodes>(
    [...starts.values()].flatMap((links) => links.map(({ link }) => link)),
  )
  const isText = (node: Nodes): boolean =>
    isElement(node) && [...elementsOf(node)].some((inner) => callsOf.has(inner))
  const inOrder = [...starts.keys()].sort((a, b) => (anchors.isBefore(a, b) ? -1 : 1))
  const bodies = bodiesOf(tree, inOrder, isText)

  // Calls in a note of notes that the text calls too are references to them.
  const noteOf = (node: Nodes): Element | null => {
    for (const [start, body] of bodies)
      if (body.some((part) => tree.isInside(node, part))) return start
    return null
  }
  const inNotes = new Set([...callsOf].filter((call) => noteOf(call) !== null))
  const found: TreeNote[] = []
  for (const start of inOrder) {
    const links = starts.get(start)!
    const outside = links.filter(({ link }) => !inNotes.has(link))
    const calls = outside.length > 0 ? outside : links
    const body = [gathered(tree, bodies.get(start)!)]
    const { mark } = calls[0]!
    cleanNote(
      tree,
      anchors,
      body,
      links.map(({ link }) => link),
      mark,
    )
    const id = `note-${found.length + 1}`
    for (const { link } of calls) placeCall(tree, link, id)
    found.push({
      id,
      mark,
      kind: isEndnote(calls[0]!, start) ? 'endnote' : 'footnote',
      at: start,
      body,
    })
  }
  return found
}

/** Puts the nodes of a note into one element, so that what is changed in them stays together. */
function gathered(tree: Tree, nodes: readonly Child[]): Element {
  const [first, ...rest] = nodes as ElementContent[]
  const holder: Element = { type: 'element', tagName: 'div', properties: {}, children: [] }
  for (const node of rest) tree.remove(node)
  tree.replace(first!, holder)
  tree.append(holder, [first!, ...rest])
  return holder
}

/** Whether a note begins with the mark that calls it, or is an item of a list in which all are notes. */
function confirms(
  tree: Tree,
  start: Element,
  [first]: readonly NoteLink[],
  starts: ReadonlyMap<Element, readonly NoteLink[]>,
): boolean {
  const siblings = tree.siblingsOf(start)
  if (start.tagName === 'li') return siblings.every((item) => !isElement(item) || starts.has(item))
  const words = siblings
    .slice(siblings.indexOf(start), siblings.indexOf(start) + 4)
    .map(plainWords)
    .join(' ')
  const [mark = ''] = /^[[(]?\s*([\p{L}\p{N}]+|[*†‡§¶#]+)/u.exec(words.trim())?.slice(1) ?? []
  return mark === first!.mark
}

const isEndnote = ({ link, target }: NoteLink, start: Element): boolean =>
  /(?:^|[^a-z])_?(?:edn|endnote|sdendnote|endnotes)(?=\d|[^a-z]|$)/i.test(
    [attribute(link, 'href'), nameOf(link), nameOf(target), nameOf(start)].join(' '),
  )

/** Removes what only held notes: empty containers, their headings and rules. Returns what the headings said. */
export function removeEmptied(tree: Tree, containers: ReadonlySet<Element>): Element[] {
  const removed: Element[] = []
  for (const container of containers) {
    let at: Element | undefined = container
    while (at && !/^(?:body|html|main|article)$/.test(at.tagName)) {
      const words = plainWords(at)
      if (words && !isNoteTitle(words)) break
      const above: Element | undefined = [...tree.ancestorsOf(at)][0]
      const siblings: Child[] = tree.siblingsOf(at)
      const before = titleBefore(siblings, at)
      if (words) removed.push(at)
      for (const node of before) {
        if (plainWords(node)) removed.push(node)
        tree.remove(node)
      }
      tree.remove(at)
      at = above
    }
    if (!at) continue
    // Notes that stood in the text itself: their heading, if nothing else is left below it.
    const children = at.children as Child[]
    for (const [i, node] of children.entries()) {
      if (!isElement(node) || !isNoteTitle(plainWords(node))) continue
      const next = children.slice(i + 1).find((other) => plainWords(other) !== '')
      if (next === undefined || (isElement(next) && headingTag.test(next.tagName))) {
        removed.push(node)
        tree.remove(node)
        break
      }
    }
  }
  return removed
}

function titleBefore(siblings: readonly Child[], element: Element): Element[] {
  const found: Element[] = []
  for (let at = siblings.indexOf(element) - 1; at >= 0; at -= 1) {
    const node = siblings[at]!
    const words = plainWords(node)
    if (isElement(node) && (node.tagName === 'hr' || isNoteTitle(words))) found.push(node)
    else if (words) break
  }
  return found
}
