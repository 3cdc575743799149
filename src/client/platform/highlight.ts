/** Marks words of a page by the CSS Custom Highlight API, or by `mark` elements in browsers without it. */

/** The browser's highlights; null if it does not support them. */
export const highlightsOf = (root: Document): HighlightRegistry | null =>
  'highlights' in CSS && root.defaultView && 'Highlight' in root.defaultView ? CSS.highlights : null

/** Wraps each text node of a range, which may span several elements, in a `mark`. */
export function wrapRange(root: Document, range: Range): HTMLElement[] {
  const top = range.commonAncestorContainer
  const texts = top.nodeType === Node.TEXT_NODE ? [top as Text] : textsIn(root, top, range)
  return texts.map((text) => {
    const piece = root.createRange()
    piece.selectNodeContents(text)
    if (text === range.startContainer) piece.setStart(text, range.startOffset)
    if (text === range.endContainer) piece.setEnd(text, range.endOffset)
    const mark = root.createElement('mark')
    piece.surroundContents(mark)
    return mark
  })
}

export function unwrap(marks: Iterable<Element>): void {
  for (const mark of marks) {
    const parent = mark.parentNode
    mark.replaceWith(...mark.childNodes)
    parent?.normalize()
  }
}

function textsIn(root: Document, top: Node, range: Range): Text[] {
  const walker = root.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode())
    if (range.intersectsNode(walker.currentNode)) texts.push(walker.currentNode as Text)
  return texts
}
