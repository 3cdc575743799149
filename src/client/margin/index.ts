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

  const reach = async () => {
    const { hash } = view.location
    // Ids are of ASCII alone.
    const target = root.getElementById(hash.slice(1))
    if (!target) {
      if (hash) void import('../places/missing.ts').then(({ tellMissing }) => tellMissing(root))
      return
    }
    const opened = await Promise.all(reveals.map((reveal) => reveal(target)))
    // Unfolded or opened, it may stand elsewhere.
    if (opened.some(Boolean)) target.scrollIntoView({ block: 'center' })
    flash(target)
  }
  view.addEventListener('hashchange', reach, { signal })
  void reach()
  return () => listening.abort()
}
