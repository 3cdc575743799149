/**
 * The formulas of a page, as MathML and as the programs leave them that set TeX: MathJax, KaTeX, Wikipedia, WordPress,
 * Pandoc. Each becomes an element `formula` with its TeX, or the words of one that is not understood.
 */
import type { Element, ElementContent, Text } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { isMath, texBeside } from '../formulas/mathml.ts'
import type { MathNode } from '../formulas/math-node.ts'
import { readFormula, type FoundFormula } from '../formulas/read-formula.ts'
import type { Piece } from '../formulas/pieces.ts'
import {
  attribute,
  elementsOf,
  hasClass,
  isElement,
  wordsIn,
  type Child,
  type Tree,
} from '../tree/elements.ts'
import { sourceLinesOf } from '../tree/source-lines.ts'
import { formulasInText, readsDollars, type TextFormula } from './formulas-in-text.ts'

export function markFormulas(
  tree: Tree,
  at: (element: Element | Text) => ImportPosition,
  remarks: Remark[],
): void {
  const seen: string[] = []
  const wordsOf = (element: Element): string =>
    sourceLinesOf(element, () => at(element))
      .map(({ text }) => text)
      .join(' ')
  const leaveOut = (element: Element) => {
    seen.push(wordsOf(element))
    tree.remove(element)
  }
  const put = (element: Element, found: Omit<FoundFormula, 'words'>) => {
    const place = at(element)
    const words = [...seen.splice(0), wordsOf(element)].join(' ')
    const read = readFormula({ ...found, words }, place)
    remarks.push(read.remark)
    tree.replace(element, ...elementsFor(read.pieces, element))
  }
  // Before the formulas that MathJax has made of them.
  for (const script of [...elementsOf(tree.root)].filter(isTexScript)) {
    const display = /mode\s*=\s*display/.test(attribute(script, 'type'))
    const tex = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    for (const preview of previewsOf(tree, script)) leaveOut(preview)
    put(script, { math: null, tex, display })
  }
  for (const element of [...elementsOf(tree.root)]) {
    if (!tree.parentOf(element) || !tree.isInside(element, tree.root)) continue
    if (isMath({ name: element.tagName })) {
      const math = mathOfHtml(element)
      const whole = containerOf(tree, element)
      const tex = texBeside(math) ?? (attribute(element, 'alttext') || null)
      put(whole, { math, tex, display: isDisplayed(whole, element) })
    } else if (isTexPicture(element))
      put(element, {
        math: null,
        tex: attribute(element, 'alt'),
        display: isAlone(tree, element),
      })
  }
  markInText(tree, at, remarks)
}

/** Looks over elements `formula` with the TeX of their author; what is wrong becomes words. */
export function settleFormulas(
  tree: Tree,
  at: (element: Element) => ImportPosition,
  remarks: Remark[],
): void {
  for (const element of [...elementsOf(tree.root)]) {
    if (element.tagName !== 'formula') continue
    const tex = wordsIn(element)
    const display = attribute(element, 'display') === 'true'
    const read = readFormula({ math: null, tex, display, words: tex }, at(element))
    if (read.remark.question) remarks.push(read.remark)
    const properties = { ...element.properties }
    tree.replace(
      element,
      ...elementsFor(read.pieces, element).map((made) =>
        isElement(made) ? { ...made, properties: { ...properties, ...made.properties } } : made,
      ),
    )
  }
}

/** TeX between signs in the words, which a script would have set. */
function markInText(tree: Tree, at: (element: Text) => ImportPosition, remarks: Remark[]): void {
  const hasDollars = readsDollars(tree.root)
  const texts: { text: Text; isMath: boolean }[] = []
  const collect = (parent: Element | Tree['root'], isMath: boolean) => {
    for (const child of parent.children)
      if (child.type === 'text') texts.push({ text: child, isMath })
      else if (isElement(child) && !unread.test(child.tagName))
        collect(child, isMath || hasClass(child, /^math$/))
  }
  collect(tree.root, hasDollars)
  for (const { text, isMath } of texts) {
    const found = formulasInText(text.value, isMath)
    if (!found.some((part) => typeof part !== 'string')) continue
    const place = at(text)
    const parts = found.flatMap((part: string | TextFormula): ElementContent[] => {
      if (typeof part === 'string') return [{ ...text, value: part }]
      const { tex, display, written } = part
      const read = readFormula({ math: null, tex, display, words: written }, place)
      const isRead = read.pieces.some(({ kinds }) => kinds.length > 0)
      remarks.push(read.remark)
      return isRead ? elementsFor(read.pieces, text) : [{ ...text, value: written }]
    })
    tree.replace(text, ...parts)
  }
}

const unread = /^(?:pre|code|script|style|textarea|title|kbd|samp|formula)$/

const elementsFor = (pieces: readonly Piece[], origin: Element | Text): ElementContent[] =>
  pieces.map(({ text, kinds }): ElementContent => {
    const place = origin.position ? { position: origin.position } : {}
    const words: Text = { type: 'text', value: text, ...place }
    const [kind] = kinds
    if (!kind) return words
    const tagName = { superscript: 'sup', subscript: 'sub' }[kind.kind as string] ?? 'formula'
    const properties = kind.kind === 'formula' ? { display: String(kind.display) } : {}
    return { type: 'element', tagName, properties, children: [words], ...place }
  })

function mathOfHtml(element: Element): MathNode {
  const children = element.children.filter((child) => isElement(child))
  return {
    name: element.tagName.replace(/^.*:/, ''),
    attributes: Object.fromEntries(
      Object.entries(element.properties).map(([name, value]) => [
        name.toLowerCase(),
        [value].flat().join(' '),
      ]),
    ),
    children: children.map(mathOfHtml),
    text: children.length > 0 ? '' : wordsIn(element),
  }
}

const programs =
  /^(?:katex|katex-display|MathJax(?:_\w+)?|mjx-(?:chtml|container|math|full-width|mathml)|mwe-math-element(?:-\w+)?|math)$/i

/** The outermost element of a program that holds the formula in several forms, and nothing else. */
function containerOf(tree: Tree, math: Element): Element {
  let whole = math
  for (const outer of tree.ancestorsOf(math))
    if (hasClass(outer, programs) || outer.tagName === 'mjx-container') whole = outer
  return whole
}

const isDisplayed = (whole: Element, math: Element): boolean =>
  attribute(math, 'display') === 'block' ||
  attribute(math, 'mode') === 'display' ||
  attribute(whole, 'display') === 'true' ||
  hasClass(whole, /^(?:katex-display|MathJax_Display|display|mwe-math-element-block)$/)

const isTexScript = ({ tagName, properties }: Element): boolean =>
  tagName === 'script' && /^math\/(?:tex|latex)/i.test(String(properties['type'] ?? ''))

/** What MathJax has set before the script with the TeX. */
function previewsOf(tree: Tree, script: Element): Element[] {
  const siblings = tree.siblingsOf(script)
  const found: Element[] = []
  for (let i = siblings.indexOf(script as Child) - 1; i >= 0; i -= 1) {
    const before = siblings[i]!
    if (isElement(before) && hasClass(before, programs)) found.push(before)
    else break
  }
  return found
}

const isTexPicture = (element: Element): boolean =>
  element.tagName === 'img' &&
  attribute(element, 'alt') !== '' &&
  (hasClass(element, /^(?:latex|tex|mwe-math-fallback-image-\w+|wp-katex-eq|math)$/) ||
    /latex\.(?:php|codecogs)|\/latex\?|[?&](?:tex|latex)=/.test(attribute(element, 'src')))

function isAlone(tree: Tree, element: Element): boolean {
  const parent = tree.parentOf(element)
  return (
    parent !== undefined &&
    (parent.children as Child[]).every(
      (child) => child === element || (child.type === 'text' && child.value.trim() === ''),
    )
  )
}
