/** Finds the notes of a page of HTML, takes them out of its tree and puts a call where each belongs. */
import type { Element } from 'hast'
import {
  attribute,
  elementsOf,
  isElement,
  isTyped,
  hasClass,
  plainWords,
  type Tree,
} from '../../tree/elements.ts'
import type { TreeNote } from '../../tree/text-of-tree.ts'
import { Anchors } from './links.ts'
import { takeAttributeNotes, takeInlineNotes } from './inline-notes.ts'
import { removeEmptied, takeLinkedNotes } from './linked-notes.ts'
import { isNoteContainer } from './note-bodies.ts'
import { takeUnlinkedNotes } from './unlinked-notes.ts'

export interface FoundNotes {
  notes: TreeNote[]
  /** Headings of the notes, which are removed. */
  titles: Element[]
  /** Notes that nothing calls; they stay in the tree. */
  uncalled: Element[]
  /** Calls whose note is missing; they stay in the tree. */
  dangling: Element[]
}

export function findNotes(tree: Tree, fragmentOf: (address: string) => string | null): FoundNotes {
  const anchors = new Anchors(tree, fragmentOf)
  dropDoubles(tree)
  const inline = [...takeInlineNotes(tree, anchors), ...takeAttributeNotes(tree, anchors)]
  const linked = takeLinkedNotes(tree, anchors)
  const unlinked = inline.length + linked.length > 0 ? [] : takeUnlinkedNotes(tree)
  const notes = [...inline, ...linked, ...unlinked]
  const holders = new Set<Element>()
  for (const { body } of notes)
    for (const node of body) {
      const parent = tree.parentOf(node)
      if (isElement(parent)) holders.add(parent)
      tree.remove(node)
    }
  const left = [...elementsOf(tree.root)]
  return {
    notes,
    titles: removeEmptied(tree, holders),
    uncalled: left.filter(
      (element) =>
        isTyped(element, /^(?:footnote|endnote)$/) ||
        (element.tagName === 'li' && notes.length > 0 && inContainer(tree, element)),
    ),
    dangling: left.filter(
      (element) =>
        element.tagName === 'a' && isTyped(element, /^noteref$/) && plainWords(element) !== '',
    ),
  }
}

const inContainer = (tree: Tree, element: Element): boolean =>
  [...tree.ancestorsOf(element)].some(
    (around) => isNoteContainer(around) && hasClass(around, /foot|end|anm/i),
  )

/** Tooltips that repeat a note of the list at the end. */
function dropDoubles(tree: Tree): void {
  for (const element of [...elementsOf(tree.root)])
    if (
      hasClass(element, /^(?:footnote_tooltip|footnote-tooltip|tooltip-content|popover)$/i) &&
      /tooltip|popover/i.test(attribute(element, 'id') + attribute(element, 'className'))
    )
      tree.remove(element)
}
