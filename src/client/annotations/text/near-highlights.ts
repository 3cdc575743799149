import { colours, type Colour } from '../model.ts'

const nameOf = (colour: Colour) => `markierung-${colour}`

/**
 * Highlights of the paragraphs near the window: a browser goes through all it has at every frame, and hundreds are
 * felt. On paper all are drawn.
 */
export class NearHighlights {
  readonly #highlights = new Map<Colour, Highlight>()
  readonly #ranges = new Map<Element, Map<Range, Colour>>()
  readonly #near = new Set<Element>()
  readonly #watch: IntersectionObserver

  constructor(root: Document, registry: HighlightRegistry) {
    for (const colour of colours) {
      // In the one-file edition all texts share the highlights.
      const highlight = registry.get(nameOf(colour)) ?? new Highlight()
      this.#highlights.set(colour, highlight)
      registry.set(nameOf(colour), highlight)
    }
    this.#watch = new IntersectionObserver(
      (seen) => seen.forEach(({ target, isIntersecting }) => this.#turn(target, isIntersecting)),
      { rootMargin: '100% 0px' },
    )
    root.defaultView!.addEventListener('beforeprint', () =>
      [...this.#ranges.keys()].forEach((paragraph) => this.#turn(paragraph, true)),
    )
    // Observing again reports for each paragraph whether it is near the window.
    root.defaultView!.addEventListener('afterprint', () => {
      this.#watch.disconnect()
      for (const paragraph of this.#ranges.keys()) this.#watch.observe(paragraph)
    })
  }

  add(paragraph: Element, range: Range, colour: Colour): void {
    const ranges = this.#ranges.get(paragraph)
    if (ranges) ranges.set(range, colour)
    else {
      this.#ranges.set(paragraph, new Map([[range, colour]]))
      this.#watch.observe(paragraph)
    }
    if (this.#near.has(paragraph)) this.#highlights.get(colour)!.add(range)
  }

  delete(paragraph: Element, range: Range): void {
    const ranges = this.#ranges.get(paragraph)
    const colour = ranges?.get(range)
    if (colour) this.#highlights.get(colour)!.delete(range)
    ranges?.delete(range)
  }

  #turn(paragraph: Element, near: boolean): void {
    if (this.#near.has(paragraph) === near) return
    if (near) this.#near.add(paragraph)
    else this.#near.delete(paragraph)
    // The style of a highlight is for marked paragraphs alone, see text.css.
    if (near) paragraph.toggleAttribute('data-marked', true)
    for (const [range, colour] of this.#ranges.get(paragraph) ?? []) {
      const highlight = this.#highlights.get(colour)!
      if (near) highlight.add(range)
      else highlight.delete(range)
    }
  }
}
