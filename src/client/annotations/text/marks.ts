import { highlightsOf, unwrap, wrapRange } from '../../platform/highlight.ts'
import { elementOf, rangesOf } from '../../text-on-page/passage.ts'
import type { CharacterRange } from '../../../contract/locator.ts'
import type { Colour } from '../model.ts'
import { NearHighlights } from './near-highlights.ts'

interface Laid {
  ranges: Range[]
  paragraphs: Element[]
  wrapped: HTMLElement[]
}

/** The marks drawn on a text. */
export class Marks {
  readonly #article: HTMLElement
  readonly #laid = new Map<string, Laid>()
  readonly #highlights: NearHighlights | null

  constructor(article: HTMLElement) {
    this.#article = article
    const root = article.ownerDocument
    const registry = highlightsOf(root)
    this.#highlights = registry && new NearHighlights(root, registry)
  }

  lay(id: string, colour: Colour, spans: readonly CharacterRange[]): void {
    this.lift(id)
    const laid: Laid = { ranges: [], paragraphs: [], wrapped: [] }
    for (const span of spans) {
      const [range] = rangesOf(this.#article, [span])
      if (!range) continue
      const paragraph = elementOf(this.#article, span.id)!
      laid.ranges.push(range)
      laid.paragraphs.push(paragraph)
      this.#highlights?.add(paragraph, range, colour)
    }
    // From the end: wrapping moves the offsets of what follows.
    if (!this.#highlights)
      laid.wrapped = laid.ranges
        .toReversed()
        .flatMap((range) => wrapRange(this.#article.ownerDocument, range))
    for (const mark of laid.wrapped) {
      mark.dataset['colour'] = colour
      mark.dataset['annotation'] = id
    }
    this.#laid.set(id, laid)
  }

  lift(id: string): void {
    const laid = this.#laid.get(id)
    if (!laid) return
    laid.ranges.forEach((range, i) => this.#highlights?.delete(laid.paragraphs[i]!, range))
    unwrap(laid.wrapped)
    this.#laid.delete(id)
  }

  ranges(id: string): readonly Range[] {
    return this.#laid.get(id)?.ranges ?? []
  }

  /** Ids of the marks under a point of the window. */
  at(x: number, y: number): string[] {
    const caret = caretAt(this.#article.ownerDocument, x, y)
    if (!caret) return []
    return [...this.#laid]
      .filter(([, { ranges }]) =>
        ranges.some((range) => range.isPointInRange(...caret) && covers(range, x, y)),
      )
      .map(([id]) => id)
  }
}

function caretAt(root: Document, x: number, y: number): [Node, number] | null {
  const position = root.caretPositionFromPoint?.(x, y)
  if (position) return [position.offsetNode, position.offset]
  const range = root.caretRangeFromPoint?.(x, y)
  return range ? [range.startContainer, range.startOffset] : null
}

/** Whether the point is on the range itself: a caret is found beside text too. */
const covers = (range: Range, x: number, y: number) =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  )
