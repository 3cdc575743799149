/** Opens the panel where `[data-opens="ansicht"]` is pressed; keeps the browser's own frame in the colour of the paper. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  root.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[data-opens="ansicht"]'))
        void import('./panel.ts').then(({ openPanel }) => openPanel(root))
    },
    { signal },
  )
  const colour = () => void import('./frame.ts').then(({ colourFrame }) => colourFrame(root))
  root.addEventListener('edition:settings', colour, { signal })
  if (root.documentElement.dataset['theme']) colour()
  return () => listening.abort()
}
