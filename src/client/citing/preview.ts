import type { Words } from './clean.ts'

/** A long quotation scrolls in a box of its own, so that the reference stays in view. */
export function showPreview(preview: HTMLElement, { html }: Words, quotedParagraphs: number): void {
  preview.innerHTML = html
  const quoted = [...preview.children].slice(0, quotedParagraphs)
  const box = preview.ownerDocument.createElement('div')
  box.className = 'cite-quoted'
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', 'Zitat')
  box.append(...quoted)
  if (quoted.length > 0) preview.prepend(box)
}
