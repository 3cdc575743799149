import { leftOutSelector, ordinarySpaces } from '../../contract/wording.ts'

/** The wording of a paragraph or note, and the text nodes that it comes from. */
export interface Wording {
  /** Each character is a character of the page (`contract/wording.ts`). */
  text: string
  pieces: { node: Text; start: number }[]
}

/** Reads the wording of a paragraph or note. */
export function wordingOf(element: Element): Wording {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const pieces: Wording['pieces'] = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (node.parentElement!.closest(leftOutSelector)) continue
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return { text: ordinarySpaces(text), pieces }
}

/** Range on the page from offset `start` to `end` of the wording, which must not be empty. */
export function rangeIn({ pieces }: Wording, start: number, end: number): Range {
  const boundary = (offset: number, isEnd: boolean): [Text, number] => {
    const piece =
      pieces.findLast((piece) => (isEnd ? piece.start < offset : piece.start <= offset)) ??
      pieces[0]!
    return [piece.node, offset - piece.start]
  }
  const range = pieces[0]!.node.ownerDocument.createRange()
  range.setStart(...boundary(start, false))
  range.setEnd(...boundary(end, true))
  return range
}

/** Offset in the wording of any point of the page. */
export function offsetIn({ text, pieces }: Wording, container: Node, offset: number): number {
  const point = container.ownerDocument!.createRange()
  point.setStart(container, offset)
  const inside = pieces.find(({ node }) => node === container)
  if (inside) return inside.start + offset
  return pieces.find(({ node }) => point.comparePoint(node, 0) >= 0)?.start ?? text.length
}
