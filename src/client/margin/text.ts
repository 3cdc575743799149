import { calledBy, callSelector, entriesOf, noteSelector } from './entries.ts'
import type { Mode } from './mode.ts'

/** Runs the margin of one text. Returns a function that opens the note or gloss around an element (see `Reveal`). */
export function startText(
  article: HTMLElement,
  signal: AbortSignal,
): (target: Element) => Promise<boolean> {
  const { ownerDocument: root } = article
  const view = root.defaultView!
  const modes = new Map<boolean, Promise<Mode> | Mode>()
  let mode: Mode | undefined
  const ready = Promise.withResolvers<Mode>()

  const arrange = () => {
    // Printing does not wait for scripts; the style sheet alone lays out the paper.
    if (view.matchMedia('print').matches) return
    const columns = Number(view.getComputedStyle(article).getPropertyValue('--columns'))
    const wanted = modes.get(columns > 0)
    if (!wanted) return void load(columns)
    if (wanted instanceof Promise) return
    const start = performance.now()
    const entries = entriesOf(article)
    if (mode !== wanted) mode?.clear(entries)
    mode = wanted
    // before-paint.js removes the class when the script takes too long to load.
    root.documentElement.classList.add('js')
    mode.arrange(entries, columns)
    article.setAttribute('data-placed', '')
    performance.measure('edition:margin', { start })
    ready.resolve(mode)
  }
  const load = async (columns: number) => {
    article.removeAttribute('data-placed')
    const loading: Promise<Mode> = columns
      ? import('./columns.ts').then(({ createColumns }) => createColumns(article, signal))
      : import('./flow.ts').then(({ createFlow }) => createFlow(article))
    modes.set(columns > 0, loading)
    try {
      modes.set(columns > 0, await loading)
      if (!signal.aborted) arrange()
    } catch {
      // The script failed to load: show the notes as without any script.
      modes.delete(columns > 0)
      mode?.clear(entriesOf(article))
      root.documentElement.classList.remove('js')
    }
  }

  const reveal = async (target: Element) => {
    const element = target.closest<HTMLElement>(noteSelector)
    return element !== null && article.contains(element) && (await ready.promise).open(element)
  }

  const press = (event: Event, call: HTMLElement) => {
    const element = calledBy(call)
    if (!mode || !element || !article.contains(element)) return
    if (mode.isOpenAt(element, call)) {
      event.preventDefault()
      mode.close(element)
      return
    }
    mode.open(element, call)
    const off = outOfSight(element)
    if (!mode.inFlow) {
      // Out of sight: leave it to the browser to follow the link.
      if (off) return
      const { history, location } = view
      const hash = call.getAttribute('href')!
      if (hash !== location.hash) history.pushState(history.state, '', hash)
    }
    event.preventDefault()
    element.focus({ preventScroll: true })
    // Scrolls no further than needed, so that the call stays in view.
    view.scrollBy({ top: off, behavior: 'instant' })
  }
  /** Pixels to scroll until enough of the element is in view, below the bar, to begin reading it. */
  const outOfSight = (element: HTMLElement) => {
    const { top, height } = element.getBoundingClientRect()
    const enough = Math.min(height, view.innerHeight / 5)
    const bar = root.querySelector('.reading-bar[data-shown]')
    const under = top - (bar?.getBoundingClientRect().bottom ?? 0)
    return Math.min(under, 0) || Math.max(0, top + enough - view.innerHeight)
  }
  const leave = (element: HTMLElement) => {
    const first = () => entriesOf(article).find((entry) => entry.element === element)?.call
    const call = mode?.close(element) ?? first()
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
      if (!mode?.inFlow || !element) return
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
      if (event.key === 'Escape' && element && (!call || mode?.isOpenAt(element, call)))
        leave(element)
      // In the flow calls also react to Space, like buttons.
      if (event.key !== ' ' || !call || !mode?.inFlow) return
      event.preventDefault()
      press(event, call)
    },
    { signal },
  )
  // The browser's own search has found words in a closed note or gloss.
  article.addEventListener(
    'beforematch',
    ({ target }) => {
      const element = (target as Element).closest<HTMLElement>(noteSelector)
      if (element) mode?.open(element)
    },
    { signal },
  )
  const looking = ['pointerover', 'focusin'] as const
  const look = ({ target }: Event) => {
    for (const type of looking) article.removeEventListener(type, look)
    void import('./mark.ts').then(({ markPairs }) =>
      markPairs(article, target, signal, (...pair) => mode?.trace(...pair)),
    )
  }
  for (const type of looking) article.addEventListener(type, look, { signal })

  arrange()
  const soon = oncePerFrame(view, arrange)
  const anew = () => {
    mode?.forget()
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

/** Runs `act` at most once per frame. */
function oncePerFrame(view: Window, act: () => void): () => void {
  let asked = 0
  return () => {
    view.cancelAnimationFrame(asked)
    asked = view.requestAnimationFrame(act)
  }
}

/** For a ResizeObserver: ignores its initial call and size changes made by `act` itself. */
function ifChanged(article: HTMLElement, act: () => void): () => void {
  const size = () => `${article.offsetWidth} ${article.offsetHeight}`
  let last = size()
  return () => {
    if (size() === last) return
    act()
    last = size()
  }
}
