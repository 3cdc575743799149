import { highlightsOf, unwrap, wrapRange } from '../platform/highlight.ts'
import type { Unit } from './units.ts'

const all = 'suche'
const current = 'suche-hier'

/** Draws what was found. */
export function paint(root: Document, units: readonly Unit[], at: number): void {
  const highlights = highlightsOf(root)
  if (!highlights) return wrap(root, units, at)
  highlights.set(all, new Highlight(...units.flatMap(({ ranges }) => ranges)))
  highlights.set(current, new Highlight(...units[at]!.ranges))
}

export function unpaint(root: Document): void {
  const highlights = highlightsOf(root)
  highlights?.delete(all)
  highlights?.delete(current)
  unwrap(root.querySelectorAll('mark[data-suche]'))
}

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
