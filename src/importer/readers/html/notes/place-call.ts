import type { Element } from 'hast'
import { elementsOf, isElement, wordsIn, type Tree } from '../../tree/elements.ts'

/** Puts the call of a note in the place of its link; brackets and superscripts that only held it are removed. */
export function placeCall(tree: Tree, link: Element, note: string): void {
  const call: Element = {
    type: 'element',
    tagName: 'note-call',
    properties: { note },
    children: [],
  }
  // Pages and anchors inside the link stay.
  const kept = link.children.flatMap((child) =>
    isElement(child) && [...elementsOf(child)].some(({ tagName }) => tagName === 'page-begin')
      ? [child]
      : [],
  )
  if (link.position) call.position = link.position
  tree.replace(link, call, ...kept)
  let place: Element = call
  for (const around of [...tree.ancestorsOf(call)]) {
    if (!/^(?:sup|span|small|font|b|i|em|strong)$/.test(around.tagName)) break
    if (!/^[\s[\](){},;.–-]*$/.test(wordsIn(around))) break
    for (const child of around.children) if (child.type === 'text') child.value = ''
    place = around
  }
  unbracket(tree, place)
}

function unbracket(tree: Tree, element: Element): void {
  const siblings = tree.siblingsOf(element)
  const at = siblings.indexOf(element)
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  if (before?.type !== 'text' || after?.type !== 'text') return
  const isSquare = /\[\s*$/.test(before.value) && /^\s*\]/.test(after.value)
  const isRound = /\(\s*$/.test(before.value) && /^\s*\)/.test(after.value)
  if (!isSquare && !isRound) return
  before.value = before.value.replace(/[[(]\s*$/, '')
  after.value = after.value.replace(/^\s*[\])]/, '')
}
