/** Places of a text: the go-to box behind `[data-goto]`, and what has become of a place since an older version. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  root.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[data-goto]'))
        void import('./goto.ts').then(({ openGoTo }) => openGoTo(root))
    },
    { signal: listening.signal },
  )
  // A browser that knows no text fragments takes one for a part of the id.
  const [id, directive] = root.location.hash.split(':~:')
  if (directive) root.location.replace(id!)
  if (root.location.search.includes('fassung='))
    void import('./notice.ts').then(({ tellChange }) => tellChange(root))
  return () => listening.abort()
}
