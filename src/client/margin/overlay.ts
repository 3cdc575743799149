import type { Placed } from './beside.ts'
import { boxOf, type Box, type Sizes } from './measure.ts'
import { lanes, track } from './trace.ts'

const svg = 'http://www.w3.org/2000/svg'
const laneCount = 4
const laneWidth = 4

/** The SVG over the text with the traces from calls to their notes and glosses. */
export interface Overlay {
  /** Draws the permanent traces, of entries that stand far from their calls. */
  traceFar: (placed: readonly Placed[], sizes: Sizes) => void
  /** Draws the trace of the pair that is hovered or focused; without arguments removes it. */
  traceActive: (kind?: 'note' | 'gloss', call?: HTMLElement, element?: HTMLElement) => void
}

export function createOverlay(article: HTMLElement): Overlay {
  const root = article.ownerDocument.createElementNS(svg, 'svg')
  root.setAttribute('class', 'trace')
  root.setAttribute('aria-hidden', 'true')
  const path = () => root.appendChild(article.ownerDocument.createElementNS(svg, 'path'))
  const far = { note: path(), gloss: path() }
  const active = path()
  far.note.setAttribute('class', 'trace-note')
  far.gloss.setAttribute('class', 'trace-gloss')
  article.append(root)
  let laneOf = new Map<HTMLElement, number>()
  /** The pair that is hovered or focused. */
  let pair: Parameters<Overlay['traceActive']> = []
  let sizes: Sizes
  // Well below the line, so that the trace does not look like an underline.
  const under = (from: Box, kind: 'note' | 'gloss') => from.top + sizes.under[kind] + sizes.gap / 3

  const traceActive: Overlay['traceActive'] = (...given) => {
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
    traceFar: (placed, now) => {
      sizes = now
      const data = { note: '', gloss: '' }
      laneOf = new Map()
      const moved = placed.filter(({ top, anchor }) => Math.abs(top - anchor) > sizes.far)
      // Entries of one column share their left edge.
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
      far.note.setAttribute('d', data.note)
      far.gloss.setAttribute('d', data.gloss)
      traceActive(...pair)
    },
    traceActive,
  }
}

/**
 * The gutter between text and column in which traces run: the side of the column that faces the text and its edge
 * there, on the left of the text moved out by `clear`, to clear the box around a gloss; and the x of the `nth` lane.
 */
function gutter(from: Box, column: { left: number; right: number }, nth: number, clear: number) {
  const side = column.left >= from.right ? 1 : -1
  const edge = side > 0 ? column.left : column.right + clear
  return { side, edge, lane: edge - side * (laneCount - nth) * laneWidth }
}

/** Height at which a trace ends: the middle of the first line. */
const levelOf = (top: number, { height }: { height: number }) => top + Math.min(10, height / 2)
