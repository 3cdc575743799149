export interface Entry {
  kind: 'note' | 'gloss'
  /** The note or gloss. */
  element: HTMLElement
  /** Its first call in the text. */
  call: HTMLElement
}

export const callSelector = '[role="doc-noteref"], [role="doc-glossref"]'
export const noteSelector = '.note, .gloss'

/** Notes and glosses of a text in the order of their calls, without those that are switched off (`data-off`). */
export function entriesOf(article: HTMLElement): Entry[] {
  return [...article.querySelectorAll<HTMLElement>(':is(.note, .gloss):not([data-off])')].flatMap(
    (element) => {
      const back = element.querySelector<HTMLAnchorElement>('[role="doc-backlink"]')
      const call = back && article.ownerDocument.getElementById(targetOf(back))
      const kind = element.classList.contains('note') ? 'note' : 'gloss'
      return call ? [{ kind, element, call }] : []
    },
  )
}

/** The note or gloss that a call leads to. */
export function calledBy(call: HTMLElement): HTMLElement | null {
  return call.ownerDocument.getElementById(targetOf(call))
}

/** The decoded fragment of a link; empty without one. */
export function targetOf(link: Element): string {
  const [, id = ''] = (link.getAttribute('href') ?? '').split('#')
  return decodeURIComponent(id)
}

/** Moves by transform, which triggers no layout. */
export function move(element: HTMLElement, top: number): void {
  const transform = `translateY(${top}px)`
  if (element.style.transform !== transform) element.style.transform = transform
}
