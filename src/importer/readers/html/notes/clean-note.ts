/** Takes the mark and the links back out of a note. */
import type { Element, Nodes, Text } from 'hast'
import { elementsOf, isBlock, plainWords, type Child, type Tree } from '../../tree/elements.ts'
import { isMarkedReturn, isReturnWord } from './note-marks.ts'
import type { Anchors } from './links.ts'

/** `calls`: the links that call the note. */
export function cleanNote(
  tree: Tree,
  anchors: Anchors,
  body: readonly Child[],
  calls: readonly Element[],
  mark: string,
): void {
  for (const node of body)
    for (const link of [...elementsOf(node)]) {
      if (link.tagName !== 'a' || !('href' in link.properties)) continue
      const target = anchors.targetOf(link)
      const leadsBack =
        isMarkedReturn(link) ||
        (target !== null && calls.some((call) => isNear(tree, target, call)))
      if (!leadsBack) continue
      if (isReturnWord(plainWords(link))) tree.remove(link)
      else tree.replace(link, ...link.children)
    }
  for (const node of body)
    for (const element of [...elementsOf(node)])
      if (
        /^(?:mw-cite-backlink|cite-backlinks?|footnote-label)$/.test(
          String(element.properties.className ?? ''),
        )
      )
        tree.remove(element)
  stripStart(body, mark)
  stripEnd(body)
}

/** The target of a link back: the call, something in it, around it or just before it. */
function isNear(tree: Tree, target: Element, call: Element): boolean {
  if (tree.isInside(target, call)) return true
  if (tree.isInside(call, target))
    return plainWords(target).length < 40 || isParagraphOf(tree, target, call)
  const siblings = tree.siblingsOf(target)
  if (plainWords(target) !== '') return false
  const place = [call, ...tree.ancestorsOf(call)].find((node) => siblings.includes(node))
  return place !== undefined && Math.abs(siblings.indexOf(place) - siblings.indexOf(target)) <= 2
}

const isParagraphOf = (tree: Tree, target: Element, call: Element): boolean =>
  isBlock(target) && [...tree.ancestorsOf(call)].find((node) => isBlock(node)) === target

/** All texts of nodes in order. */
function textsIn(nodes: readonly Nodes[]): Text[] {
  const found: Text[] = []
  const rest = [...nodes].reverse()
  for (let node; (node = rest.pop());) {
    if (node.type === 'text') found.push(node)
    else if ('children' in node) rest.push(...node.children.toReversed())
  }
  return found
}

/** Removes the mark of a note before its words, also where it is spread over several elements. */
export function stripStart(body: readonly Nodes[], mark: string): boolean {
  const texts = textsIn(body)
  const escaped = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(
    String.raw`^[\s\u200B\uFEFF↑^]*(?:(?:Anm(?:erkung|\.)|Fu(?:ß|ss)note|Fn\.|Footnote|Endnote|Note)\s*(?=\S{1,6}(?:[\s.:]|$)))?(?:\[\s*${escaped}\s*\]|\(\s*${escaped}\s*\)|${escaped}\s*[.):\]]*(?![\p{L}\p{N}]))[\s.:]*`,
    'u',
  )
  let joined = ''
  for (const [i, text] of texts.slice(0, 12).entries()) {
    joined += text.value
    const next = texts[i + 1]?.value ?? ' '
    const found = mark ? pattern.exec(joined) : null
    if (!found) continue
    // The mark may go on in the next text: `[1` and `]`.
    if (found[0].length === joined.length && /^[\s.:)\]]/.test(next) && i + 1 < texts.length)
      continue
    take(texts, found[0].length)
    trimStart(texts)
    return true
  }
  const arrows = /^[\s↑^]+/.exec(joined)
  if (arrows && /[↑^]/.test(arrows[0])) take(texts, arrows[0].length)
  trimStart(texts)
  return false
}

/** Also no-break spaces, which stand between mark and words. */
function trimStart(texts: readonly Text[]): void {
  for (const text of texts) {
    text.value = text.value.trimStart()
    if (text.value) return
  }
}

function take(texts: readonly Text[], length: number): void {
  let rest = length
  for (const text of texts) {
    const own = Math.min(rest, text.value.length)
    text.value = text.value.slice(own)
    rest -= own
    if (rest === 0) return
  }
}

/** Removes arrows and empty brackets at the end, which links back have left. */
function stripEnd(body: readonly Child[]): void {
  const texts = textsIn(body)
  for (const text of texts.toReversed()) {
    text.value = text.value.replace(
      /[\s\u00A0]*(?:[↑↩↵⏎⇑⬆⤴🔙\uFE0E\uFE0F]+|\[\s*\]|\(\s*\))+\s*$/u,
      '',
    )
    if (text.value.trim() !== '') return
  }
}
