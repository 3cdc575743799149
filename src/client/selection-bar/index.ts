/**
 * Opens the selection bar when words of the text are selected, and for a whole paragraph when its number is clicked
 * (or by the key „m“, see keys). The button `[data-cite]` cites the whole text.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let pressed = false
  const open = () => {
    // Waits until the pointer is released.
    if (!pressed && !root.getSelection()?.isCollapsed)
      void import('./open.ts').then(({ openForSelection }) => openForSelection(root, signal))
  }
  root.addEventListener('pointerdown', () => (pressed = true), { signal })
  for (const end of ['pointerup', 'pointercancel'])
    root.addEventListener(end, () => ((pressed = false), setTimeout(open)), { signal })
  root.addEventListener('selectionchange', open, { signal })
  root.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return
      const id = target.closest('.block-number')?.getAttribute('href')?.slice(1)
      // Deferred until the browser has jumped to the paragraph.
      if (id) setTimeout(() => import('./open.ts').then(({ openFor }) => openFor(root, id)))
      if (target.closest('[data-cite]'))
        void import('../citing/dialog.ts').then(({ openCiting }) => openCiting(root, null))
    },
    { signal },
  )
  return () => listening.abort()
}
