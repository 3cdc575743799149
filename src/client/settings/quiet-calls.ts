/** Lets screen readers pass over the raised numbers, or read them again, as the setting says. */
export function applyQuiet(root: Document): void {
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
