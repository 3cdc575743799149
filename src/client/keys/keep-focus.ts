import { focusOn } from '../platform/focus.ts'

/**
 * Called after a setting has changed and before notes are closed: moves the focus from a note or gloss that is about
 * to close to its call, and from a term that will no longer be a link to its paragraph.
 */
export function keepFocus(root: Document): void {
  const focused = root.activeElement
  const article = focused?.closest('article[data-text]')
  if (!focused || !article) return
  const note = focused.closest('.note, .gloss')
  const call = note && callOf(note)
  const term = note?.matches('.gloss') ? call : focused.closest('[role="doc-glossref"]')
  if (term && root.documentElement.dataset['glossen'] === 'keine') focusOn(paragraphOf(term))
  else if (call && leavesMargin(article, call)) focusOn(call.ariaHidden ? paragraphOf(call) : call)
}

const callOf = (note: Element): HTMLElement | null =>
  note.ownerDocument.getElementById(
    note.querySelector('[role="doc-backlink"]')!.getAttribute('href')!.slice(1),
  )

const paragraphOf = (call: Element) =>
  call.closest<HTMLElement>('.block > :first-child, h2, h3, article')!

/** Whether notes leave the margin for the flow: the new layout has no columns, but the call has no open state yet. */
const leavesMargin = (article: Element, call: HTMLElement): boolean =>
  !call.ariaExpanded && Number(getComputedStyle(article).getPropertyValue('--columns')) === 0
