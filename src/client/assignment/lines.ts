import { make } from './make.ts'

/** Ruled lines to write on; only paper shows them. Borders, for browsers print no backgrounds. */
export function ruledLines(root: Document, count: number): HTMLElement {
  const lines = Array.from({ length: count }, () => make(root, 'span'))
  return make(root, 'div', { class: 'task-lines', 'aria-hidden': 'true' }, ...lines)
}
