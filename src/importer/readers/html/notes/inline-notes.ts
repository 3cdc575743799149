/** Notes whose words stand in the text at their call: side notes, tooltips, inline footnotes. */
import type { Element } from 'hast'
import {
  attribute,
  elementsOf,
  hasClass,
  isElement,
  plainWords,
  type Child,
  type Tree,
} from '../../tree/elements.ts'
import type { Anchors } from './links.ts'
import { stripStart } from './clean-note.ts'
import { markIn } from './note-marks.ts'
import type { TreeNote } from '../../tree/text-of-tree.ts'

const inlineClass =
  /^(?:sidenote|marginnote|margin-note|side-note|footnote|fussnote|fußnote|inline-?note|footnote-inline|inline-footnote|ltx_note|modern-footnotes-footnote__note|footnote-tooltip|footnote_content|aside-note)$/i
const inlineTag = /^(?:span|small|aside|fn|footnote|note|div|label|ins)$/

export function takeInlineNotes(tree: Tree, anchors: Anchors): TreeNote[] {
  const found: TreeNote[] = []
  for (const element of [...elementsOf(tree.root)]) {
    if (!isInlineNote(tree, element) || !tree.isInside(element, tree.root)) continue
    if (!isAttached(tree, element)) continue
    if (isLinked(tree, anchors, element)) continue
    const id = `inline-${found.length + 1}`
    const content = [...elementsOf(element)].find((inner) => hasClass(inner, /^ltx_note_content$/))
    const mark = takeMark(tree, element)
    const call: Element = {
      type: 'element',
      tagName: 'note-call',
      properties: { note: id },
      children: [],
      ...(element.position ? { position: element.position } : {}),
    }
    tree.replace(element, call)
    dropMarks(content ?? element)
    const body: Child[] = [
      {
        ...(content ?? element),
        tagName: 'div',
        properties: {},
        children: (content ?? element).children,
      },
    ]
    if (mark) stripStart(body, mark)
    found.push({ id, mark: mark ?? '', kind: 'footnote', at: element, body })
  }
  return found
}

/** Notes whose words stand in an attribute of their call, which leads nowhere. */
export function takeAttributeNotes(tree: Tree, anchors: Anchors): TreeNote[] {
  const found: TreeNote[] = []
  for (const element of [...elementsOf(tree.root)]) {
    if (!/^(?:a|sup|span|button)$/.test(element.tagName) || !tree.parentOf(element)) continue
    const words = ['dataFootnote', 'dataNote', 'dataContent', 'title']
      .map((name) =>
        attribute(element, name)
          .replace(/<[^<>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .find((value) => value.length > 3)
    const mark = markIn(plainWords(element))
    if (!words || mark === null) continue
    const links = [...elementsOf(element)].filter(({ tagName }) => tagName === 'a')
    if (links.some((link) => anchors.targetOf(link) !== null)) continue
    const id = `attribute-${found.length + 1}`
    const at = element.position ? { position: element.position } : {}
    const body: Element = {
      type: 'element',
      tagName: 'div',
      properties: {},
      children: [{ type: 'text', value: words, ...at }],
      ...at,
    }
    tree.replace(element, {
      type: 'element',
      tagName: 'note-call',
      properties: { note: id },
      children: [],
      ...at,
    })
    found.push({ id, mark, kind: 'footnote', at: body, body: [body] })
  }
  return found
}

function isInlineNote(tree: Tree, element: Element): boolean {
  if (/^(?:fn|footnote)$/.test(element.tagName)) return true
  if (!inlineTag.test(element.tagName) || !hasClass(element, inlineClass)) return false
  const words = plainWords(element)
  // The class of a call, or of a note at the end of a chapter.
  if (markIn(words) !== null || words.length < 3) return false
  if (element.tagName === 'div' || element.tagName === 'aside')
    return hasClass(element, /^(?:side-?note|margin-?note)$/i)
  return [...tree.ancestorsOf(element)].some(({ tagName }) =>
    /^(?:p|li|td|dd|blockquote|h[1-6])$/.test(tagName),
  )
    ? !isAlone(tree, element)
    : hasClass(element, /^(?:sidenote|marginnote|ltx_note|modern-footnotes-footnote__note)$/i)
}

/** Whether an element is all that its block has. */
function isAlone(tree: Tree, element: Element): boolean {
  const [block] = [...tree.ancestorsOf(element)].filter(({ tagName }) =>
    /^(?:p|li|td|dd|div)$/.test(tagName),
  )
  return block !== undefined && plainWords(block) === plainWords(element)
}

const isAttached = (tree: Tree, element: Element): boolean => {
  let top: Element = element
  for (const around of tree.ancestorsOf(element)) top = around
  return top === element || tree.parentOf(top) === tree.root || top === tree.root
}

/** A note that a link calls elsewhere is no inline one. */
function isLinked(tree: Tree, anchors: Anchors, element: Element): boolean {
  const ids = new Set(
    [...elementsOf(element)].map((inner) => attribute(inner, 'id')).filter(Boolean),
  )
  if (ids.size === 0) return false
  for (const link of elementsOf(tree.root)) {
    if (link.tagName !== 'a' || tree.isInside(link, element)) continue
    const target = anchors.targetOf(link)
    if (target && tree.isInside(target, element)) return true
  }
  return false
}

/** Removes the number or the switch before a side note, and returns the number. */
function takeMark(tree: Tree, element: Element): string | null {
  let mark: string | null = null
  const siblings = tree.siblingsOf(element)
  for (let at = siblings.indexOf(element) - 1; at >= 0; at -= 1) {
    const before = siblings[at]!
    if (before.type === 'text' && before.value.trim() === '') continue
    if (!isElement(before)) break
    const words = plainWords(before)
    const isSwitch =
      before.tagName === 'input' ||
      before.tagName === 'label' ||
      hasClass(
        before,
        /(?:side|margin)note-(?:number|toggle)|margin-toggle|footnotes?-footnote$|mfn/i,
      )
    const isMark = /^(?:sup|a|span|button)$/.test(before.tagName) && markIn(words) !== null
    if (!isSwitch && !isMark) break
    mark ??= markIn(words)
    tree.remove(before)
    at = siblings.indexOf(element)
  }
  return mark
}

function dropMarks(content: Element): void {
  content.children = content.children.filter(
    (child) => !(isElement(child) && hasClass(child, /^ltx_(?:note_mark|tag_note|note_type)$/)),
  )
}
