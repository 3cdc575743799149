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

/** Makes lists of runs of paragraphs with `mso-list`; their bullets and numbers are taken out. */
export function markWordLists(tree: Tree): void {
  for (const paragraph of [...elementsOf(tree.root)]) {
    if (!isListParagraph(paragraph) || !tree.parentOf(paragraph)) continue
    const siblings = tree.siblingsOf(paragraph)
    const run: Element[] = []
    for (const node of siblings.slice(siblings.indexOf(paragraph))) {
      if (isElement(node) && isListParagraph(node)) run.push(node)
      else if (isElement(node) || plainWords(node) !== '') break
    }
    const lists = listOf(run, levelOf(run[0]!))
    for (const other of run.slice(1)) tree.remove(other)
    tree.replace(paragraph, ...lists)
  }
}

const isListParagraph = (node: Child): node is Element =>
  isElement(node) && node.tagName === 'p' && /mso-list:\s*l\d+/i.test(attribute(node, 'style'))

const levelOf = (paragraph: Element): number =>
  Number(/level(\d+)/i.exec(attribute(paragraph, 'style'))?.[1] ?? 1)

function listOf(run: readonly Element[], level: number): Element[] {
  const lists: Element[] = []
  for (let at = 0; at < run.length; at += 1) {
    const deeper: Element[] = []
    while (run[at] && levelOf(run[at]!) > level) deeper.push(run[at++]!)
    const last = lists.at(-1)?.children.at(-1)
    if (deeper.length > 0) {
      const inner = listOf(deeper, levelOf(deeper[0]!))
      if (isElement(last)) last.children.push(...inner)
      else lists.push(...inner)
    }
    const paragraph = run[at]
    if (!paragraph) break
    const sign = takeSign(paragraph)
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
  return ''
}
