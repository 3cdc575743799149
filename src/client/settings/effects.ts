/** Sets what settings change outside the style sheet. */
export function applyEffects(root: Document): void {
  colourFrame(root)
  skipCalls(root)
}

/** Gives the browser’s toolbar the colour of the paper. */
function colourFrame(root: Document): void {
  const { theme } = root.documentElement.dataset
  const paper = getComputedStyle(root.documentElement).getPropertyValue('--paper')
  for (const meta of root.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset['own'] ??= meta.content
    meta.content = theme ? paper : meta.dataset['own']
  }
}

/** Hides the calls of notes from screen readers, or shows them again. The notes still follow their paragraph. */
function skipCalls(root: Document): void {
  const skip = root.documentElement.dataset['rufe'] === 'still'
  for (const call of root.querySelectorAll<HTMLElement>('[role="doc-noteref"]')) {
    if (skip) {
      call.setAttribute('aria-hidden', 'true')
      call.tabIndex = -1
    } else if (call.ariaHidden) {
      call.removeAttribute('aria-hidden')
      call.removeAttribute('tabindex')
    }
  }
}
