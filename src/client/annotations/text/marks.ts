import { highlightsOf, unwrap, wrapRange } from '../../highlight.ts'
import { rangesOf } from '../../passage/passage.ts'
import type { Span } from '../anchor/context.ts'
import { colours, type Colour } from '../model.ts'

const nameOf = (colour: Colour) => `markierung-${colour}`

/** The marks that lie on a text. */
export class Marks {
  readonly #article: HTMLElement
  readonly #laid = new Map<string, { colour: Colour; ranges: Range[]; wrapped: HTMLElement[] }>()
  readonly #highlights = new Map<Colour, Highlight>()

  constructor(article: HTMLElement) {
    this.#article = article
    const registry = highlightsOf(article.ownerDocument)
    if (registry)
      for (const colour of colours) {
        // All texts of a file share one.
        const highlight = registry.get(nameOf(colour)) ?? new Highlight()
        this.#highlights.set(colour, highlight)
        registry.set(nameOf(colour), highlight)
      }
  }

  lay(id: string, colour: Colour, spans: readonly Span[]): void {
    this.lift(id)
    const ranges = rangesOf(this.#article, spans)
    const highlight = this.#highlights.get(colour)
    for (const range of ranges) highlight?.add(range)
    // From the back: wrapping moves what stands behind.
    const wrapped = highlight
      ? []
      : ranges.toReversed().flatMap((range) => wrapRange(this.#article.ownerDocument, range))
    for (const mark of wrapped) {
      mark.dataset['colour'] = colour
      mark.dataset['annotation'] = id
    }
    this.#laid.set(id, { colour, ranges, wrapped })
  }

  lift(id: string): void {
    const laid = this.#laid.get(id)
    if (!laid) return
    for (const range of laid.ranges) this.#highlights.get(laid.colour)?.delete(range)
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

/** The nearest letter is under the pointer, not beside it. */
const covers = (range: Range, x: number, y: number) =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  )
