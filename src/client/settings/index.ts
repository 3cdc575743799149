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
  const colour = () => colourFrame(root)
  root.addEventListener('edition:settings', colour, { signal })
  if (root.documentElement.dataset['theme']) colour()
  return () => listening.abort()
}

function colourFrame(root: Document): void {
  const { theme } = root.documentElement.dataset
  const paper = getComputedStyle(root.documentElement).getPropertyValue('--paper')
  for (const meta of root.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset['own'] ??= meta.content
    meta.content = theme ? paper : meta.dataset['own']
  }
}
