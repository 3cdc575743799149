import { focusOn } from '../platform/focus.ts'

/**
 * Between a change of view and what it closes: takes the focus out of a note or gloss that will be closed, to its
 * call, and off a term that will be no link, to its paragraph.
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

/** In the flow a call says whether its note is open, beside the text it does not. */
const leavesMargin = (article: Element, call: HTMLElement): boolean =>
  !call.ariaExpanded && Number(getComputedStyle(article).getPropertyValue('--columns')) === 0
