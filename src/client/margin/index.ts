import { noteSelector, targetOf } from './entries.ts'
import { flash } from './flash.ts'
import { watchJumps } from './jumps.ts'
import { startText } from './text.ts'

/**
 * Notes and glosses of the texts on a page: beside their calls where the style sheet gives columns (`--columns`:
 * 0, 1 or 2), in the reading flow elsewhere. Without this script they stand there by the style sheet alone.
 * Set anew on `edition:settings`, `edition:layout`, when fonts arrive and when a text changes its size.
 * Each setting is a `performance.measure` named `edition:margin`.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const view = root.defaultView!
  watchJumps(root, signal)
  const texts = [...root.querySelectorAll<HTMLElement>('article[data-text]')]
  const reveals = texts.map((article) => startText(article, signal))

  const reach = async (arriving = false) => {
    const { hash } = view.location
    // Ids are of ASCII alone.
    const target = root.getElementById(hash.slice(1))
    if (!target) {
      if (hash) void import('../places/missing.ts').then(({ tellMissing }) => tellMissing(root))
      return
    }
    const opened = await Promise.all(reveals.map((reveal) => reveal(target)))
    // Placed, unfolded or opened after the browser has been there, it may stand elsewhere.
    const place = standsFor(target)
    if ((arriving && target.matches(noteSelector)) || opened.some(Boolean) || place !== target)
      place.scrollIntoView({ block: 'center' })
    flash(place)
    // The dose may come later than the margin.
    const again = () => standsFor(target) !== target && reach()
    if (arriving && place === target)
      root.addEventListener('edition:layout', again, { signal, once: true })
  }
  view.addEventListener('hashchange', () => reach(), { signal })
  void reach(isArrival())
  return () => listening.abort()
}

/** Instead of a gloss that is put away its word. */
function standsFor(target: HTMLElement): HTMLElement {
  const back = target.matches('.gloss[data-off]') && target.querySelector('.gloss-back')
  return (back && target.ownerDocument.getElementById(targetOf(back))) || target
}

/** A page that is loaded again or gone back to is put by the browser where it was left. */
function isArrival(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return (visit as PerformanceNavigationTiming | undefined)?.type === 'navigate'
}
