/** Longest time in ms that a slice and the rendering of what it made may take before a reader notices. */
const felt = 50
/** A slice ends after this time in ms, however few items it had. */
const longest = 8
/** Items in the first slice, and the fewest in any: rendering may take far longer than the script. */
const fewest = 4

/** Does the work item by item and lets the browser render in between. */
export const inTimeSlices = <T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal?: AbortSignal,
): Promise<void | null> => finish(stepwise(items, work), signal)

function* stepwise<T>(items: Iterable<T>, work: (item: T) => void): Generator<void, void> {
  for (const item of items) yield work(item)
}

/** Runs work that yields wherever it may pause; null: it was aborted. */
export async function finish<R>(
  steps: Generator<unknown, R>,
  signal?: AbortSignal,
): Promise<R | null> {
  let share = fewest
  while (!signal?.aborted) {
    const started = performance.now()
    let worked = 0
    for (let i = 0; i < share && worked < longest; i++) {
      const { done, value } = steps.next()
      if (done) return value as R
      worked = performance.now() - started
    }
    share = nextShare(share, worked + (await breath()))
  }
  return null
}

/**
 * How many items the next slice gets.
 * @param spent ms that the last slice took, rendering included
 */
export function nextShare(share: number, spent: number): number {
  if (spent > felt) return Math.max(fewest, Math.floor(share / 2))
  return spent < felt / 2 ? share * 2 : share
}

/**
 * Waits until the next frame is rendered, so that layout of what was made so far is paid for on its own. Resolves with
 * the ms that rendering took; a hidden page renders no frames, hence the time limit.
 */
export const breath = (): Promise<number> =>
  new Promise((done) => {
    const late = setTimeout(() => done(0), 100)
    requestAnimationFrame(() => {
      clearTimeout(late)
      const began = performance.now()
      setTimeout(() => done(performance.now() - began))
    })
  })
