/** Quiet calls: raised numbers that screen readers pass over. Their notes still follow the paragraph. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const apply = () => void import('./quiet-calls.ts').then(({ applyQuiet }) => applyQuiet(root))
  root.addEventListener('edition:settings', apply, { signal: listening.signal })
  if (root.documentElement.dataset['rufe']) apply()
  return () => listening.abort()
}
