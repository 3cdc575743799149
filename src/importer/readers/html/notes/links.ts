/** Links from calls to notes. */
import type { Element } from 'hast'
import {
  attribute,
  elementsOf,
  hasClass,
  isElement,
  plainWords,
  type Tree,
} from '../../tree/elements.ts'
import { decoded } from '../../tree/pictures.ts'
import {
  isMarkedCall,
  isMarkedReturn,
  isTypedCall,
  markIn,
  speaksOfNotes,
  wordedMarkIn,
} from './note-marks.ts'

export interface NoteLink {
  link: Element
  target: Element
  mark: string
  /** „Anm. 12“, perhaps a reference in a sentence. */
  isWorded: boolean
  /** The names say that it is a note. */
  isSure: boolean
}

export class Anchors {
  readonly order = new Map<Element, number>()
  readonly #byName = new Map<string, Element>()
  readonly #own: (address: string) => string | null

  /** `fragmentOf`: the part behind `#` if an address leads into the file itself. */
  constructor(tree: Tree, fragmentOf: (address: string) => string | null) {
    this.#own = fragmentOf
    let index = 0
    for (const element of elementsOf(tree.root)) {
      this.order.set(element, index)
      index += 1
      for (const name of [attribute(element, 'id'), attribute(element, 'name')])
        if (name && !this.#byName.has(name) && element.tagName !== 'meta')
          this.#byName.set(name, element)
    }
  }

  targetOf(link: Element): Element | null {
    const fragment = this.#own(attribute(link, 'href'))
    if (!fragment) return null
    return this.#byName.get(fragment) ?? this.#byName.get(decoded(fragment)) ?? null
  }

  isBefore(a: Element, b: Element): boolean {
    return this.order.get(a)! < this.order.get(b)!
  }
}

/** All links that may call notes, in order. */
export function noteLinksIn(tree: Tree, anchors: Anchors): NoteLink[] {
  const found: NoteLink[] = []
  for (const link of elementsOf(tree.root)) {
    if (link.tagName !== 'a' || !attribute(link, 'href')) continue
    if (isMarkedReturn(link) && !isMarkedCall(link)) continue
    const target = anchors.targetOf(link)
    if (!target || target === link || tree.isInside(link, target)) continue
    if (/^(?:h[1-6]|html|body|main|article|figure|img)$/.test(target.tagName)) continue
    const words = plainWords(link)
    const mark = markIn(words) ?? wordedMarkIn(words)
    const isMarked = isMarkedCall(link)
    if (mark === null && !(isMarked && words.length < 12)) continue
    const isBackwards = !anchors.isBefore(link, target)
    if (isBackwards && !isTypedCall(link)) continue
    const named = [attribute(link, 'href'), attribute(link, 'id'), attribute(link, 'name')]
    const isSure = isMarked || named.some((name) => speaksOfNotes(name.replace(/^.*#/, '')))
    const isRaised = isSuperscript(tree, link)
    if (!isSure && isIndex(tree, link)) continue
    found.push({
      link,
      target,
      mark: mark ?? words,
      isWorded: markIn(words) === null && !isMarked,
      isSure: isSure || isRaised,
    })
  }
  return found
}

const raisedTag = /^sup$/

/** A link in a superscript, or around one. */
function isSuperscript(tree: Tree, link: Element): boolean {
  for (const around of tree.ancestorsOf(link)) {
    if (raisedTag.test(around.tagName)) return true
    if (around.tagName !== 'span') break
    if (hasClass(around, /foot-?note|fnanchor|noteref|superscript|^sup$/i)) return true
  }
  return [...elementsOf(link)].some(
    (inner) =>
      raisedTag.test(inner.tagName) ||
      hasClass(inner, /^sup(?:erscript)?$|FootnoteReference/) ||
      /vertical-align:\s*super/.test(attribute(inner, 'style')),
  )
}

/** A link in a list of links, such as a table of contents. */
function isIndex(tree: Tree, link: Element): boolean {
  for (const around of tree.ancestorsOf(link))
    if (around.tagName === 'nav' || /^toc$/i.test(attribute(around, 'id'))) return true
  const block = [...tree.ancestorsOf(link)].find(({ tagName }) =>
    /^(?:li|td|p|dd|div)$/.test(tagName),
  )
  return block !== undefined && isElement(block) && plainWords(block) === plainWords(link)
}
