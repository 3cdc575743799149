import { isNewVisit } from '../platform/new-visit.ts'
import { paragraph } from '../text-on-page/text.ts'
import { readingLine, positionRead, textRead } from './here.ts'
import { storedLine, storeLine, type Line } from './stored-line.ts'

/** Interval between two readings of the current line, in milliseconds. */
const interval = 150
/** Time after each shift during which further shifts are corrected (scripts and fonts still load), in milliseconds. */
const settling = 1000
/** Longest time for which shifts after one change are corrected, in milliseconds. */
const longestSettling = 5000

/**
 * Keeps the line being read at its height in the window when the window is turned or resized, when settings change the
 * layout, and on reload and going back. The browser's own scroll anchoring only covers changes above the window; what
 * it restores on going back is a scroll position in pixels, which is wrong while distant sections are not laid out.
 * @param isMoved whether the reader has moved the page already: the line of the last visit is not restored then
 */
export function anchorScroll(root: Document, signal: AbortSignal, isMoved: boolean): void {
  let line: Line | null = null
  /** When the last change began, and until when its shifts are corrected. */
  let begun = 0
  let until = 0
  let width = widthOf(root)
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    timer = undefined
    if (widthOf(root) === width && performance.now() > until) line = lineRead(root)
  }
  const lookLater = () => (timer ??= setTimeout(look, interval))
  const restore = () => {
    if (performance.now() > until || !line?.element.isConnected) return
    const { top, height } = line.element.getBoundingClientRect()
    const off = top + line.share * height - readingLine(innerHeight)
    if (Math.abs(off) > 1) scrollBy({ top: off, behavior: 'instant' })
  }
  const keep = () => {
    begun = performance.now()
    until = begun + settling
    requestAnimationFrame(restore)
  }
  // Input by the reader ends the correction.
  const release = () => (until = 0)

  const store = () => storeLine(lineRead(root))
  const onScroll = () => {
    if (performance.now() < until) requestAnimationFrame(restore)
    if (!timer) look()
    lookLater()
  }

  if (!isMoved && !isNewVisit()) {
    line = storedLine(root)
    keep()
  }
  addEventListener('pagehide', store, { signal })
  // Phones may discard a background page without firing `pagehide`.
  root.addEventListener('visibilitychange', () => root.hidden && store(), { signal })
  addEventListener('scroll', onScroll, { passive: true, signal })
  addEventListener(
    'resize',
    () => {
      // Only the height changes when the browser's toolbar appears or disappears.
      if (widthOf(root) === width) return
      width = widthOf(root)
      keep()
    },
    { signal },
  )
  // Not when an assignment changes settings: it scrolls to its passage itself.
  const keepForReader = (event: Event) => {
    if ((event as CustomEvent).detail === 'reader') keep()
  }
  root.addEventListener('edition:settings', keepForReader, { signal })
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown', 'hashchange'])
    addEventListener(type, release, { passive: true, signal })
  const observer = new ResizeObserver(() => {
    const now = performance.now()
    if (now < until) until = Math.max(until, Math.min(now + settling, begun + longestSettling))
    restore()
  })
  for (const text of root.querySelectorAll('article')) observer.observe(text)
  lookLater()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    observer.disconnect()
  })
}

function lineRead(root: Document): Line | null {
  const elements = [...(textRead(root)?.querySelectorAll<HTMLElement>(paragraph) ?? [])]
  const { index, within } = positionRead({ elements }, innerHeight)
  return index < 0 ? null : { element: elements[index]!, share: within }
}

/** Width of the layout viewport; that of the visual viewport changes with pinch zoom. */
const widthOf = (root: Document) => root.documentElement.clientWidth
