/** The wording of a paragraph or note, and the pieces of text on the page that it is made of. */
export interface Wording {
  /** No-break spaces and line ends are ordinary spaces, each one character as on the page. */
  text: string
  pieces: { node: Text; start: number }[]
}

/** What stands in a paragraph or note without being of its wording. */
export const apart = '[role="doc-noteref"], [role="doc-pagebreak"], [aria-hidden="true"]'

/** What counts as wording is settled by the page contract: neither calls nor page marks nor what is hidden. */
export function wordingOf(element: Element): Wording {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest(apart) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const pieces: Wording['pieces'] = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return { text: text.replace(/[\u00a0\u202f\n]/g, ' '), pieces }
}

/** The words from `start` up to `end`, on the page. The wording must not be empty. */
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

/** How much of the wording stands before a point of the page; the point may lie anywhere. */
export function offsetIn({ text, pieces }: Wording, container: Node, offset: number): number {
  const point = container.ownerDocument!.createRange()
  point.setStart(container, offset)
  const inside = pieces.find(({ node }) => node === container)
  if (inside) return inside.start + offset
  return pieces.find(({ node }) => point.comparePoint(node, 0) >= 0)?.start ?? text.length
}
