/**
 * The bar with what can be done with a passage. It opens where words of the text are selected, and for a whole
 * paragraph at a press on its number or at the key „m“. The button `[data-cite]` cites the whole text.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let pressed = false
  const open = () => {
    // Not while the mouse still draws the selection.
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
      // Once the page has jumped to the paragraph, which takes a turn.
      if (id) setTimeout(() => import('./open.ts').then(({ openFor }) => openFor(root, id)))
      if (target.closest('[data-cite]'))
        void import('../citing/dialog.ts').then(({ openCiting }) => openCiting(root, null))
    },
    { signal },
  )
  return () => listening.abort()
}
