/** Focuses an element without scrolling. Makes it focusable until it loses the focus, if it is not. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}

/** Restores the focus. Does nothing if the element was removed or is the body. */
export function giveFocusBack(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected && element.localName !== 'body')
    focusOn(element)
}

/** Scrolls an element to the middle of the window, or its head to the top where it would not fit. */
export function centre(element: Element): void {
  const { innerHeight } = element.ownerDocument.defaultView!
  const fits = element.getBoundingClientRect().height < 0.75 * innerHeight
  element.scrollIntoView({ block: fits ? 'center' : 'start', behavior: 'instant' })
}

/** Highlights the target of a jump for a moment. */
export function flash(element: Element): void {
  element.setAttribute('data-reached', '')
  setTimeout(() => element.removeAttribute('data-reached'), 2500)
}
