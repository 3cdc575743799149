/** Bar and bookmark of a text: loaded when it is scrolled for the first time, or when a place is kept from last time. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const slug = root.querySelector<HTMLElement>('article[data-text]')?.dataset['text']
  if (!slug) return () => {}
  let loading: Promise<void> | undefined
  const load = () =>
    (loading ??= import('./reading.ts').then(({ read }) => read(root, slug, signal)))
  if (scrollY > 0 || isKept(slug)) void load()
  // Not in the turn that draws what comes into the window.
  else addEventListener('scroll', () => setTimeout(load), { passive: true, once: true, signal })
  return () => listening.abort()
}

/** The name is that of store.ts, once more: imported, it would cost every text a request. */
function isKept(slug: string): boolean {
  try {
    return `edition:stelle:${slug}` in localStorage
  } catch {
    return false
  }
}
