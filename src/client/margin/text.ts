import { move, setBeside } from './beside.ts'
import { calledBy, callSelector, entriesOf, noteSelector } from './entries.ts'
import { createFlow } from './flow.ts'
import { onReveal, unfold } from './fold.ts'
import { markPairs } from './mark.ts'
import { sizes } from './measure.ts'
import { createOverlay } from './overlay.ts'

/** Returns a function that opens what holds an element; whether something was closed or folded. */
export function startText(article: HTMLElement, signal: AbortSignal): (target: Element) => boolean {
  const { ownerDocument: root } = article
  const view = root.defaultView!
  const overlay = createOverlay(article)
  const flow = createFlow(article)
  const memory = {
    key: '',
    whole: new WeakMap<HTMLElement, number>(),
    opened: new WeakSet<HTMLElement>(),
  }
  const { opened } = memory
  let columns = -1

  const arrange = () => {
    const start = performance.now()
    const entries = entriesOf(article)
    const wanted = Number(view.getComputedStyle(article).getPropertyValue('--columns'))
    if (wanted !== columns) {
      if (wanted) flow.clear(entries)
      else for (const { element } of entries) leaveMargin(element)
      columns = wanted
    }
    const rem = parseFloat(view.getComputedStyle(root.documentElement).fontSize)
    if (columns) overlay.rest(setBeside(article, entries, columns, sizes(rem), memory), sizes(rem))
    else {
      article.style.paddingBottom = ''
      flow.arrange(entries)
      overlay.rest([], sizes(rem))
    }
    article.setAttribute('data-placed', '')
    performance.measure('edition:margin', { start })
  }
  const leaveMargin = (element: HTMLElement) => {
    unfold(element)
    move(element, 0)
  }

  const open = (element: HTMLElement, call?: HTMLElement) => {
    if (columns) {
      opened.add(element)
      if (!element.hasAttribute('data-folded')) return false
      arrange()
      return true
    }
    const from = call ?? entriesOf(article).find((entry) => entry.element === element)?.call
    return from ? flow.open(from) : false
  }
  const reveal = (target: Element) => {
    const element = target.closest<HTMLElement>(noteSelector)
    return element && article.contains(element) ? open(element) : false
  }

  const press = (event: Event, call: HTMLElement) => {
    const element = calledBy(call)
    if (!element || !article.contains(element)) return
    if (columns) {
      open(element)
      return
    }
    event.preventDefault()
    if (flow.isOpenAt(element, call)) flow.close(element)
    else {
      flow.open(call)
      element.focus({ preventScroll: true })
      show(element)
    }
  }
  /** Scrolls only where an open note could not be seen to have opened. */
  const show = (element: HTMLElement) => {
    const { top, height } = element.getBoundingClientRect()
    const enough = Math.min(height, view.innerHeight / 3)
    if (top < 0 || top + enough > view.innerHeight) element.scrollIntoView({ block: 'nearest' })
  }
  const leave = (element: HTMLElement) => {
    const call = flow.close(element) ?? entriesOf(article).find((e) => e.element === element)?.call
    if (columns && opened.delete(element)) arrange()
    call?.focus()
  }

  article.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a') : null
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (link.matches(callSelector)) press(event, link)
      const element =
        link.matches('[role="doc-backlink"]') && link.closest<HTMLElement>(noteSelector)
      if (columns || !element) return
      event.preventDefault()
      leave(element)
    },
    { signal },
  )
  article.addEventListener(
    'keydown',
    (event) => {
      const target = event.target as HTMLElement
      const call = target.closest<HTMLElement>(callSelector)
      const element = call ? calledBy(call) : target.closest<HTMLElement>(noteSelector)
      if (event.key === 'Escape' && element && (!call || flow.isOpenAt(element, call)))
        leave(element)
      // A link is pressed by Enter alone; what opens in the flow behaves like a button as well.
      if (event.key !== ' ' || !call || columns) return
      event.preventDefault()
      press(event, call)
    },
    { signal },
  )
  onReveal(article, signal, (element, byButton) => {
    open(element)
    if (byButton) element.focus({ preventScroll: true })
  })
  markPairs(article, signal, (...pair) => (columns ? overlay.lead(...pair) : overlay.lead()))

  arrange()
  const soon = once(view, arrange)
  const anew = () => {
    memory.key = ''
    soon()
  }
  for (const type of ['edition:settings', 'edition:layout'])
    root.addEventListener(type, soon, { signal })
  root.fonts.addEventListener('loadingdone', anew, { signal })
  const observer = new ResizeObserver(ifChanged(article, arrange))
  observer.observe(article)
  signal.addEventListener('abort', () => observer.disconnect())
  return reveal
}

/** Many wishes before the next frame are one. */
function once(view: Window, act: () => void): () => void {
  let asked = 0
  return () => {
    view.cancelAnimationFrame(asked)
    asked = view.requestAnimationFrame(act)
  }
}

/** The observer calls at once, and again for what `act` has itself changed. */
function ifChanged(article: HTMLElement, act: () => void): () => void {
  const size = () => `${article.offsetWidth} ${article.offsetHeight}`
  let last = size()
  return () => {
    if (size() === last) return
    act()
    last = size()
  }
}
