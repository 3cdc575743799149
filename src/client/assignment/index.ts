import { assignmentKey } from '../../contract/storage-keys.ts'
import { tab } from '../platform/storage.ts'

/**
 * Assignments: a text is opened with its passage marked and the questions at their paragraphs, by a link that holds
 * the assignment (`#aufgabe=…`), for a session of the seminar (`?sitzung=…`), or again in a tab that was so opened.
 * To be started first: what is hurt in a fragment must not reach those that decode it.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const look = () => {
    const { hash, search } = root.location
    const linked = hash.startsWith('#aufgabe=')
    if (linked && hash.includes('%')) history.replaceState(history.state, '', ' ')
    if (linked || search.includes('sitzung=') || tab.read(assignmentKey) !== null)
      void import('./open.ts').then(({ open }) => open(root, linked ? hash : ''))
  }
  addEventListener('hashchange', ({ newURL }) => newURL.includes('#aufgabe=') && look(), {
    signal: listening.signal,
  })
  look()
  return () => listening.abort()
}
