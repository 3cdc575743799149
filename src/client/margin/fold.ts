/**
 * Folds a gloss to its lemma, a long note to its first lines, with a button that opens it again.
 * The browser's search finds what is folded: in a gloss it opens text that is `hidden="until-found"`, in a note
 * it scrolls what overflows (see `onReveal`).
 */
export function fold(element: HTMLElement): void {
  if (element.hasAttribute('data-folded')) return
  element.setAttribute('data-folded', '')
  element.querySelector('.gloss-text')?.setAttribute('hidden', 'until-found')
  const button = element.ownerDocument.createElement('button')
  button.type = 'button'
  button.className = 'more'
  button.textContent = 'weiter'
  button.setAttribute('aria-label', `weiter: ${element.ariaLabel}`)
  element.append(button)
}

export function unfold(element: HTMLElement): void {
  if (!element.hasAttribute('data-folded')) return
  element.removeAttribute('data-folded')
  element.querySelector('.gloss-text')?.removeAttribute('hidden')
  element.querySelector('.more')?.remove()
}

/** Calls back when a folded element is opened by its button, or scrolled by the browser's own search. */
export function onReveal(
  article: HTMLElement,
  signal: AbortSignal,
  reveal: (element: HTMLElement, byButton: boolean) => void,
): void {
  const listen = (event: Event) => {
    const target = event.target as Element
    const element = target.closest<HTMLElement>('[data-folded]')
    const byButton = event.type === 'click'
    if (element && (!byButton || target.closest('.more'))) reveal(element, byButton)
  }
  for (const type of ['click', 'scroll'])
    article.addEventListener(type, listen, { signal, capture: true })
}
