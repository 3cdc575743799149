import type { Unit } from './units.ts'

const all = 'suche'
const current = 'suche-hier'

/** Draws what was found: highlights where the browser has them, else `mark` elements. */
export function paint(root: Document, units: readonly Unit[], at: number): void {
  const highlights = registry(root)
  if (!highlights) return wrap(root, units, at)
  highlights.set(all, new Highlight(...units.flatMap(({ ranges }) => ranges)))
  highlights.set(current, new Highlight(...units[at]!.ranges))
}

export function unpaint(root: Document): void {
  const highlights = registry(root)
  highlights?.delete(all)
  highlights?.delete(current)
  for (const mark of root.querySelectorAll('mark[data-suche]')) {
    const parent = mark.parentNode!
    mark.replaceWith(...mark.childNodes)
    parent.normalize()
  }
}

const registry = (root: Document) =>
  'highlights' in CSS && root.defaultView && 'Highlight' in root.defaultView ? CSS.highlights : null

const wrapped = new WeakMap<Range, HTMLElement[]>()

function wrap(root: Document, units: readonly Unit[], at: number): void {
  units.forEach(({ ranges }, i) => {
    for (const range of ranges) {
      const marks = wrapped.get(range) ?? wrapRange(root, range)
      wrapped.set(range, marks)
      for (const mark of marks) mark.dataset['suche'] = i === at ? 'hier' : ''
    }
  })
}

/** A word may run over several elements; each piece of text gets a mark of its own. */
function wrapRange(root: Document, range: Range): HTMLElement[] {
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

function textsIn(root: Document, top: Node, range: Range): Text[] {
  const walker = root.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode())
    if (range.intersectsNode(walker.currentNode)) texts.push(walker.currentNode as Text)
  return texts
}
