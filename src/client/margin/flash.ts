/** Marks a place for a moment. */
export function flash(element: Element): void {
  element.setAttribute('data-reached', '')
  setTimeout(() => element.removeAttribute('data-reached'), 2500)
}
