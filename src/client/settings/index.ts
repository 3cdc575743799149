/** Opens the panel at `[data-opens="ansicht"]`, and applies what settings change outside the style sheet. */
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
  const apply = () => void import('./effects.ts').then(({ applyEffects }) => applyEffects(root))
  root.addEventListener('edition:settings', apply, { signal })
  const { theme, rufe } = root.documentElement.dataset
  if (theme || rufe) apply()
  return () => listening.abort()
}
