/** For how long after the page has loaded a passage is brought into view again, ms: browsers scroll late, too. */
const settling = 3000

/** Scrolls until the passage, or where it begins, is in the window and stays there; the reader's own input ends that. */
export function keepInView(root: Document, range: Range, signal: AbortSignal): void {
  const view = root.defaultView!
  const released = new AbortController()
  const until = AbortSignal.any([signal, released.signal])
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown', 'hashchange'])
    view.addEventListener(type, () => released.abort(), { signal: until, passive: true })
  let since = 0
  const look = () => {
    if (until.aborted) return
    const off = outOfView(view, range)
    if (off !== 0) view.scrollBy({ top: off, behavior: 'instant' })
    if (root.readyState === 'complete') since ||= performance.now()
    if (since && performance.now() - since > settling) released.abort()
    else view.requestAnimationFrame(look)
  }
  look()
}

/** By how much to scroll for the passage, or its first line if it is too long, to be in view. */
function outOfView(view: Window, range: Range): number {
  const { scrollPaddingTop, scrollPaddingBottom } = view.getComputedStyle(
    view.document.documentElement,
  )
  const above = parseFloat(scrollPaddingTop) || 0
  const end = view.innerHeight - (parseFloat(scrollPaddingBottom) || 0)
  const room = end - above
  const first = rectOf(range, true)
  const last = rectOf(range, false)
  if (!first || !last) return 0
  const height = last.bottom - first.top
  const fits = height > 0 && height <= room
  const bottom = fits ? last.bottom : first.bottom
  if (first.top >= above && bottom <= end) return 0
  return first.top - above - (fits ? (room - height) / 2 : room / 6)
}

/** Box of the first or last character. */
function rectOf(range: Range, isFirst: boolean): DOMRect | undefined {
  const letter = range.cloneRange()
  if (isFirst) letter.setEnd(range.startContainer, range.startOffset + 1)
  else letter.setStart(range.endContainer, range.endOffset - 1)
  return letter.getClientRects()[0]
}
