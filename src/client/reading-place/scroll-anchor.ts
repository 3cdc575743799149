import { isNewVisit } from '../platform/new-visit.ts'
import { paragraph } from '../text-on-page/text.ts'
import { lineOfReading, placeRead, textRead } from './here.ts'
import { storedLine, storeLine, type Line } from './stored-line.ts'

/** Between two looks at where one reads, in milliseconds. */
const rest = 150
/** So long after each movement a change may go on moving the words: scripts and faces of the new setting arrive. */
const settling = 1000
/** And no longer than that. */
const settled = 5000

/**
 * The line read stays where the eye is when a window is turned or resized or the text is set anew, and when the page
 * is loaded again or gone back to. Browsers keep it only where nothing but the words above has changed; of a page that
 * was left they keep how far down one was, in pixels, which is another line where sections far off are not set yet.
 */
export function keepLine(root: Document, signal: AbortSignal): void {
  let line: Line | null = null
  /** When the change began whose movements are made good, and until when they are. */
  let begun = 0
  let until = 0
  let width = widthOf(root)
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    timer = undefined
    if (widthOf(root) === width && performance.now() > until) line = lineRead(root)
  }
  const lookLater = () => (timer ??= setTimeout(look, rest))
  const restore = () => {
    if (performance.now() > until || !line?.element.isConnected) return
    const { top, height } = line.element.getBoundingClientRect()
    const off = top + line.share * height - lineOfReading(innerHeight)
    if (Math.abs(off) > 1) scrollBy({ top: off, behavior: 'instant' })
  }
  const keep = () => {
    begun = performance.now()
    until = begun + settling
    requestAnimationFrame(restore)
  }
  // Whoever moves the page knows where to.
  const release = () => (until = 0)

  const store = () => storeLine(lineRead(root))
  const onScroll = () => {
    if (performance.now() < until) requestAnimationFrame(restore)
    if (!timer) look()
    lookLater()
  }

  if (!isNewVisit()) {
    line = storedLine(root)
    keep()
  }
  addEventListener('pagehide', store, { signal })
  // A phone may drop the page while another is in front, without a word.
  root.addEventListener('visibilitychange', () => root.hidden && store(), { signal })
  addEventListener('scroll', onScroll, { passive: true, signal })
  addEventListener(
    'resize',
    () => {
      // A bar of the browser that comes or goes changes the height alone.
      if (widthOf(root) === width) return
      width = widthOf(root)
      keep()
    },
    { signal },
  )
  // An assignment that sets its own view leads to its passage.
  const keepForReader = (event: Event) => {
    if ((event as CustomEvent).detail === 'reader') keep()
  }
  root.addEventListener('edition:settings', keepForReader, { signal })
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown', 'hashchange'])
    addEventListener(type, release, { passive: true, signal })
  const observer = new ResizeObserver(() => {
    const now = performance.now()
    if (now < until) until = Math.max(until, Math.min(now + settling, begun + settled))
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
  const { index, within } = placeRead({ elements }, innerHeight)
  return index < 0 ? null : { element: elements[index]!, share: within }
}

/** Not that of what is seen of it: two fingers make that smaller. */
const widthOf = (root: Document) => root.documentElement.clientWidth
