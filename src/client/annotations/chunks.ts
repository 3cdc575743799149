/** Time after which others have their turn, milliseconds. */
const turn = 12

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

export const breath = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in (globalThis.scheduler as object)
    ? (globalThis.scheduler as { yield: () => Promise<void> }).yield()
    : new Promise((done) => setTimeout(done))
