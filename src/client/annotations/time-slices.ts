/** Milliseconds that are felt: by so much a turn and the drawing of what it made may hold up the page. */
const felt = 50
/** After so long a turn ends, however few its items. */
const longest = 8
/** Items of the first turn, and the fewest: what a few lines of script make may take the drawing long. */
const fewest = 4

/** Does the work item by item, and lets the page breathe between. */
export const inTurns = <T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal?: AbortSignal,
): Promise<void | null> => finish(stepwise(items, work), signal)

function* stepwise<T>(items: Iterable<T>, work: (item: T) => void): Generator<void, void> {
  for (const item of items) yield work(item)
}

/** Goes through work that yields wherever it may rest; null: it was broken off. */
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
 * How many items come next.
 * @param spent what the last turn took, with its drawing
 */
export function nextShare(share: number, spent: number): number {
  if (spent > felt) return Math.max(fewest, Math.floor(share / 2))
  return spent < felt / 2 ? share * 2 : share
}

/**
 * Until the next frame is drawn, so that what was made so far is laid out by itself; how long the drawing took. A page
 * that is hidden draws none.
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
