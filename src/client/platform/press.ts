/** A drag takes the release to itself; where that happens unseen, the next move has no button down. */
const ends = ['pointerup', 'pointercancel', 'dragstart', 'pointermove'] as const

/**
 * Watches links and buttons inside an element being pressed. The function it returns resolves when none is, after the
 * click: what moves away between press and release is not clicked, so changes of the layout wait for it.
 */
export function watchPress(element: HTMLElement): () => Promise<void> {
  const view = element.ownerDocument.defaultView!
  let released = Promise.resolve()
  element.addEventListener('pointerdown', ({ button, target }) => {
    if (button !== 0 || !(target as Element).closest('a, button')) return
    const done = new AbortController()
    released = new Promise((resolve) => {
      const end = (event: PointerEvent | DragEvent) => {
        if (event.type === 'pointermove' && event.buttons !== 0) return
        done.abort()
        setTimeout(resolve)
      }
      for (const type of ends) view.addEventListener(type, end, { signal: done.signal })
    })
  })
  return () => released
}
