import type { Words } from './clean.ts'

/** A long quotation or file scrolls in a box of its own, so that what follows stays in view. */
export function showPreview(preview: HTMLElement, { html }: Words, scrolled: number): void {
  preview.innerHTML = html
  const parts = [...preview.children].slice(0, scrolled)
  const box = preview.ownerDocument.createElement('div')
  box.className = 'cite-quoted'
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', parts[0]?.localName === 'pre' ? 'Datei' : 'Zitat')
  box.append(...parts)
  if (parts.length > 0) preview.prepend(box)
}
