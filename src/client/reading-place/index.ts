import { device } from '../platform/storage.ts'

/** Bar and bookmark of a text: loaded when it is scrolled for the first time, or when a place is kept from last time. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let loading: Promise<void> | undefined
  const load = () => (loading ??= import('./reading.ts').then(({ read }) => read(root, signal)))
  if (scrollY > 0 || [...root.querySelectorAll('[data-text]')].some(isKept)) void load()
  // Not in the turn that draws what comes into the window.
  else addEventListener('scroll', () => setTimeout(load), { passive: true, once: true, signal })
  return () => listening.abort()
}

// The name is that of store.ts.
const isKept = (text: Element): boolean =>
  device.read(`edition:stelle:${text.getAttribute('data-text')}`) !== null
