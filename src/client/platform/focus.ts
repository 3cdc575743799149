/** Gives an element the focus without scrolling. One that is not focusable becomes so until it loses the focus. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}

/** Gives the focus back to what had it before. Does nothing if that is gone from the page or was the body. */
export function giveFocusBack(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected && element.localName !== 'body')
    focusOn(element)
}

/** Marks the target of a jump for a moment. */
export function flash(element: Element): void {
  element.setAttribute('data-reached', '')
  setTimeout(() => element.removeAttribute('data-reached'), 2500)
}
