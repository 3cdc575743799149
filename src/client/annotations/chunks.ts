/** Time after which others have their turn, milliseconds. */
const turn = 8

/** Does the work item by item, and lets the page breathe between. */
export async function inTurns<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal?: AbortSignal,
): Promise<void> {
  let started = performance.now()
  for (const item of items) {
    if (signal?.aborted) return
    work(item)
    if (performance.now() - started < turn) continue
    await breath()
    started = performance.now()
  }
}

/** Until the next frame is drawn, so that what was made so far is laid out by itself; a page that is hidden draws none. */
export const breath = (): Promise<void> =>
  new Promise((done) => {
    const late = setTimeout(done, 100)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(done)
    })
  })
