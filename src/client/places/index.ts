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
  if (root.location.search.includes('fassung='))
    void import('./notice.ts').then(({ tellChange }) => tellChange(root))
  return () => listening.abort()
}
