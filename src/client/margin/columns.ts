import { setBeside, type Memory } from './beside.ts'
import { entriesOf, move } from './entries.ts'
import { onReveal, unfold } from './fold.ts'
import { sizes } from './measure.ts'
import type { Mode } from './mode.ts'
import { createOverlay } from './overlay.ts'

/** Notes and glosses in columns beside the text, as near to their calls as possible; folded where they do not fit. */
export function createColumns(article: HTMLElement, signal: AbortSignal): Mode {
  const root = article.ownerDocument.documentElement
  const overlay = createOverlay(article)
  const opened = new WeakSet<HTMLElement>()
  const memory: Memory = { key: '', whole: new WeakMap(), opened }
  let last = 0
  const sizesNow = () => sizes(parseFloat(getComputedStyle(root).fontSize))
  const arrange: Mode['arrange'] = (entries, columns) => {
    last = columns
    const now = sizesNow()
    overlay.traceFar(setBeside(article, entries, columns, now, memory), now)
  }
  const anew = () => arrange(entriesOf(article), last)
  const open: Mode['open'] = (element) => {
    opened.add(element)
    if (!element.hasAttribute('data-folded')) return false
    anew()
    return true
  }
  onReveal(article, signal, (element, byButton) => {
    open(element)
    if (byButton) element.focus({ preventScroll: true })
  })

  return {
    inFlow: false,
    arrange,
    forget: () => (memory.key = ''),
    open,
    close: (element) => {
      if (opened.delete(element)) anew()
      return undefined
    },
    isOpenAt: () => false,
    trace: overlay.traceActive,
    clear: (entries) => {
      for (const { element } of entries) {
        unfold(element)
        move(element, 0)
      }
      article.style.paddingBottom = ''
      overlay.traceActive()
      overlay.traceFar([], sizesNow())
    },
  }
}
