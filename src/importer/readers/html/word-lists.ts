/** Lists that Word writes as paragraphs. */
import type { Element, ElementContent } from 'hast'
import {
  attribute,
  elementsOf,
  isElement,
  plainWords,
  wordsIn,
  type Child,
  type Tree,
} from '../tree/elements.ts'

/**
 * Makes lists of runs of paragraphs with `mso-list`, or, in filtered files, without: with a bullet or number and spaces
 * that hang before their words. Bullets and numbers are taken out, and returned.
 */
export function markWordLists(tree: Tree): string[] {
  const signs: string[] = []
  for (const paragraph of [...elementsOf(tree.root)]) {
    if (!isListParagraph(paragraph) || !tree.parentOf(paragraph)) continue
    const siblings = tree.siblingsOf(paragraph)
    const run: Element[] = []
    for (const node of siblings.slice(siblings.indexOf(paragraph))) {
      if (isElement(node) && isListParagraph(node)) run.push(node)
      else if (isElement(node) || plainWords(node) !== '') break
    }
    const lists = listOf(run, levelOf(run[0]!), signs)
    for (const other of run.slice(1)) tree.remove(other)
    tree.replace(paragraph, ...lists)
  }
  return signs
}

const isListParagraph = (node: Child): node is Element => {
  if (!isElement(node) || node.tagName !== 'p') return false
  const style = attribute(node, 'style')
  if (/mso-list:\s*l\d+/i.test(style)) return true
  return /text-indent:\s*-/i.test(style) && hangingSign.test(wordsIn(node))
}

/** Word fills the space behind the sign with no-break spaces. Letters stay as words, since lists have none. */
const hangingSign = /^\s*([·•▪◦§–-]|o|\(?\d{1,3}[.)])(?=[ \u00a0]*\u00a0{2})[ \u00a0]+/u

const levelOf = (paragraph: Element): number =>
  Number(/level(\d+)/i.exec(attribute(paragraph, 'style'))?.[1] ?? 1)

function listOf(run: readonly Element[], level: number, signs: string[]): Element[] {
  const lists: Element[] = []
  for (let at = 0; at < run.length; at += 1) {
    const deeper: Element[] = []
    while (run[at] && levelOf(run[at]!) > level) deeper.push(run[at++]!)
    const last = lists.at(-1)?.children.at(-1)
    if (deeper.length > 0) {
      const inner = listOf(deeper, levelOf(deeper[0]!), signs)
      if (isElement(last)) last.children.push(...inner)
      else lists.push(...inner)
    }
    const paragraph = run[at]
    if (!paragraph) break
    const sign = takeSign(paragraph)
    signs.push(sign)
    const [, number] = /^\(?(\d{1,4})[.)]?$/.exec(sign) ?? []
    const tagName = number ? 'ol' : 'ul'
    const item: Element = { ...paragraph, tagName: 'li', properties: {} }
    const list = lists.at(-1)
    if (list?.tagName === tagName) list.children.push(item)
    else
      lists.push({
        type: 'element',
        tagName,
        properties: number ? { start: number } : {},
        children: [item],
      })
  }
  return lists
}

/** Removes the bullet or number of a paragraph and returns it. */
function takeSign(paragraph: Element): string {
  for (const element of elementsOf(paragraph)) {
    const at = element.children.findIndex(
      (child: ElementContent) =>
        isElement(child) && /mso-list:\s*ignore/i.test(attribute(child, 'style')),
    )
    if (at < 0) continue
    const [sign] = element.children.splice(at, 1)
    return wordsIn(sign!).trim()
  }
  const [hanging = '', sign = ''] = hangingSign.exec(wordsIn(paragraph)) ?? []
  dropLetters(paragraph, hanging.length)
  return sign
}

/** Takes letters away from the beginning of an element. */
function dropLetters(element: Element, count: number): number {
  let left = count
  for (const child of element.children) {
    if (left === 0) break
    if (child.type === 'text') {
      const taken = Math.min(left, child.value.length)
      child.value = child.value.slice(taken)
      left -= taken
    } else if (isElement(child)) left = dropLetters(child, left)
  }
  return left
}
