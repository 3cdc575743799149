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

  const reach = (arriving = false) => {
    if (!view.location.hash) return
    void import('./reveal-target.ts').then(({ reach }) => reach(root, reveals, signal, arriving))
  }
  view.addEventListener('hashchange', () => reach(), { signal })
  reach(true)
  // The browser takes the directive off the address that a script can see.
  const [visit] = performance.getEntriesByType('navigation')
  if (visit?.name.includes(':~:'))
    void import('./found-words.ts').then(({ reachWords }) => reachWords(root, visit.name, reveals))
  return () => listening.abort()
}
