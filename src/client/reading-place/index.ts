import { readingPlacePrefix } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

/** Loads reading bar, scroll anchor and bookmark at the first scroll, or at once where a bookmark is stored. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let isMoved = false
  // A touch begins with `pointerdown`, too.
  for (const type of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(type, () => (isMoved = true), { passive: true, signal })
  const load = () =>
    import('./reading.ts').then(({ startReading }) => startReading(root, signal, isMoved))
  if (scrollY > 0 || [...root.querySelectorAll<HTMLElement>('[data-text]')].some(isKept))
    void load()
  // Deferred, so as not to delay the frame in which the page scrolls.
  else addEventListener('scroll', () => setTimeout(load), { passive: true, once: true, signal })
  return () => listening.abort()
}

/** Whether store.ts has a bookmark. */
const isKept = (text: HTMLElement): boolean =>
  device.read(readingPlacePrefix + text.dataset['text']) !== null
