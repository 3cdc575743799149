import { element } from '../platform/element.ts'
import type { Message } from './messages.ts'

/** What a reader has to know about the link or the text; `alone`: it stands where no passage is marked. */
export function createNotice(
  root: Document,
  { title, sentences }: Message,
  alone = false,
): HTMLElement {
  return element(
    root,
    'div',
    { class: 'task-notice', role: 'alert', 'data-task': '', ...(alone ? { tabindex: '-1' } : {}) },
    element(root, alone ? 'h2' : 'h3', {}, title),
    element(root, 'p', '', sentences.join(' ')),
  )
}
