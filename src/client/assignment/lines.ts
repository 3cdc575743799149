import { element } from '../platform/element.ts'

/** Ruled lines to write on; only paper shows them. Borders, for browsers print no backgrounds. */
export function ruledLines(root: Document, count: number): HTMLElement {
  const lines = Array.from({ length: count }, () => element(root, 'span'))
  return element(root, 'div', { class: 'task-lines', 'aria-hidden': 'true' }, ...lines)
}
