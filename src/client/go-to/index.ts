/** The go-to dialog behind `[data-goto]`, and a notice about changes for links made from an older version. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  root.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[data-goto]'))
        void import('./dialog.ts').then(({ openGoTo }) => openGoTo(root))
    },
    { signal: listening.signal },
  )
  // A browser without support for text fragments takes the directive for a part of the id.
  const [id, directive] = root.location.hash.split(':~:')
  if (directive) root.location.replace(id!)
  if (root.location.search.includes('fassung='))
    void import('./notice.ts').then(({ showChange }) => showChange(root))
  return () => listening.abort()
}
