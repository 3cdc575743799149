/** Quiet calls: raised numbers that screen readers pass over. Their notes still follow the paragraph. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const apply = () => {
    const quiet = root.documentElement.dataset['rufe'] === 'still'
    for (const call of root.querySelectorAll<HTMLElement>('[role="doc-noteref"]')) {
      if (quiet) {
        call.setAttribute('aria-hidden', 'true')
        call.tabIndex = -1
      } else if (call.ariaHidden) {
        call.removeAttribute('aria-hidden')
        call.removeAttribute('tabindex')
      }
    }
  }
  root.addEventListener('edition:settings', apply, { signal: listening.signal })
  if (root.documentElement.dataset['rufe']) apply()
  return () => listening.abort()
}
