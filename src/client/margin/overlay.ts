import type { Placed } from './beside.ts'
import { boxOf, type Box, type Sizes } from './measure.ts'
import { lanes, track } from './trace.ts'

const svg = 'http://www.w3.org/2000/svg'
const laneCount = 4
const laneWidth = 4

/** The drawing over the text: tracks that are always seen, by kind, and the one of the pair that is looked at. */
export interface Overlay {
  /** Tracks of what stands far from its call. */
  rest: (placed: readonly Placed[], sizes: Sizes) => void
  /** The track from a word to its note or gloss; none without arguments. */
  lead: (kind?: 'note' | 'gloss', call?: HTMLElement, element?: HTMLElement) => void
}

export function createOverlay(article: HTMLElement): Overlay {
  const root = article.ownerDocument.createElementNS(svg, 'svg')
  root.setAttribute('class', 'trace')
  root.setAttribute('aria-hidden', 'true')
  const path = () => root.appendChild(article.ownerDocument.createElementNS(svg, 'path'))
  const resting = { note: path(), gloss: path() }
  const active = path()
  resting.note.setAttribute('class', 'trace-note')
  resting.gloss.setAttribute('class', 'trace-gloss')
  article.append(root)
  let laneOf = new Map<HTMLElement, number>()
  /** What is looked at. */
  let pair: Parameters<Overlay['lead']> = []
  let sizes: Sizes
  // Well below the line, lest the track look like an underline.
  const under = (from: Box, kind: 'note' | 'gloss') => from.top + sizes.under[kind] + sizes.gap / 3

  const lead: Overlay['lead'] = (...given) => {
    const [kind, call, element] = (pair = given)
    if (!kind || !call || !element) {
      active.removeAttribute('d')
      return
    }
    const origin = article.getBoundingClientRect()
    const from = boxOf(call, origin)
    const to = boxOf(element, origin)
    const { lane, edge, side } = gutter(from, to, laneOf.get(element) ?? 1, sizes.gap)
    const start = { x: side > 0 ? from.right : from.left, y: under(from, kind) }
    active.setAttribute('class', `trace-${kind} trace-active`)
    active.setAttribute(
      'd',
      track(start, lane, { x: edge, y: levelOf(to.top, { height: to.bottom - to.top }) }),
    )
  }

  return {
    rest: (placed, now) => {
      sizes = now
      const data = { note: '', gloss: '' }
      laneOf = new Map()
      const moved = placed.filter(({ top, anchor }) => Math.abs(top - anchor) > sizes.far)
      // A column is what shares its left edge.
      for (const column of Map.groupBy(moved, ({ left }) => left).values()) {
        const numbers = lanes(
          column.map(({ anchor, top }) => ({ from: anchor, to: top })),
          laneCount,
        )
        column.forEach((item, i) => {
          laneOf.set(item.element, numbers[i]!)
          const { lane, edge, side } = gutter(item.from, item, numbers[i]!, sizes.gap)
          const start = {
            x: edge - side * (laneCount + 2) * laneWidth,
            y: under(item.from, item.kind),
          }
          data[item.kind] += track(start, lane, { x: edge, y: levelOf(item.top, item) })
        })
      }
      resting.note.setAttribute('d', data.note)
      resting.gloss.setAttribute('d', data.gloss)
      lead(...pair)
    },
    lead,
  }
}

/**
 * Where the tracks run beside a column: on its side that is turned to the text, from its rule or clear of the box
 * that is drawn around its words.
 */
function gutter(from: Box, column: { left: number; right: number }, nth: number, clear: number) {
  const side = column.left >= from.right ? 1 : -1
  const edge = side > 0 ? column.left : column.right + clear
  return { side, edge, lane: edge - side * (laneCount - nth) * laneWidth }
}

/** The middle of the first line. */
const levelOf = (top: number, { height }: { height: number }) => top + Math.min(10, height / 2)
