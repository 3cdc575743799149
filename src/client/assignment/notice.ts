import { make } from './make.ts'
import type { Message } from './messages.ts'

/** What a reader has to know about the link or the text; `alone`: it stands where no passage is marked. */
export function createNotice(
  root: Document,
  { title, sentences }: Message,
  alone = false,
): HTMLElement {
  return make(
    root,
    'div',
    { class: 'task-notice', role: 'alert', 'data-task': '', ...(alone ? { tabindex: '-1' } : {}) },
    make(root, alone ? 'h2' : 'h3', {}, title),
    make(root, 'p', {}, sentences.join(' ')),
  )
}
