import { isOf, labelOf, noteId, paragraphSelector, readId } from '../../contract/ids.ts'
import { kindNames } from '../../contract/locator.ts'
import { announce } from '../platform/announce.ts'
import { centre } from '../platform/focus.ts'
import { idInText, inText, partAround, text } from '../text-on-page/text.ts'
import { findTarget, targetsIn } from './find.ts'
import { changeSince, noteSince, type History, type NoteNotice } from './history.ts'
import { readVersionLink } from './version-link.ts'

/**
 * Says whether the paragraph or note in the address has changed since the version that the link was made from. A note
 * that has another number now is led to.
 */
export function showChange(root: Document): void {
  const link = readVersionLink(root.location.href)
  const article =
    link &&
    (root.getElementById(link.id)?.closest<HTMLElement>(text) ??
      root.querySelector<HTMLElement>(text))
  const data = article && partAround(article).querySelector('[data-history]')?.textContent
  if (!link || !data) return
  const history = JSON.parse(data) as History
  const id = idInText(article, link.id)
  if (isOf(id, 'note'))
    return showNote(root, article, noteSince(history, link.version, labelOf(id)))
  const paragraph = root
    .getElementById(link.id)
    ?.closest(`${paragraphSelector}:not([data-removed])`)
  const block = paragraph?.closest('.block')
  if (!paragraph || !block) return
  const number = labelOf(idInText(article, paragraph.id))
  const change = changeSince(history, link.version, number)
  if (!change) return
  announce(root, change.message)
  if (change.changed) showNotice(block, change.message)
}

function showNote(root: Document, article: HTMLElement, change: NoteNotice | null): void {
  if (!change) return
  announce(root, change.message)
  const note = change.label === null ? null : inText(article, noteId(change.label))
  const block = note?.closest('.block') ?? article.querySelector('.block')
  if (change.changed && block) showNotice(block, change.message)
  const { history, location } = root.defaultView!
  const hash = note ? `#${note.id}` : ''
  if (hash === location.hash) return
  // The note is led to by its new number; the address no longer says the version in which it had the old one.
  const address = new URL(location.href)
  address.searchParams.delete('fassung')
  address.hash = ''
  history.replaceState(history.state, '', address)
  if (hash) location.replace(hash)
  else if (block) centre(block)
}

function showNotice(block: Element, message: string): void {
  const root = block.ownerDocument
  const notice = root.createElement('p')
  notice.className = 'place-notice'
  notice.textContent = message
  block.before(notice)
  root.dispatchEvent(new CustomEvent('edition:layout'))
}

/** Says that the paragraph, page or note in the address does not exist, in the words of the go-to dialog. */
export function announceMissing(root: Document): void {
  const place = readId(root.location.hash.slice(1))
  const article = root.querySelector<HTMLElement>(text)
  if (!place || !article) return
  const found = findTarget(`${kindNames[place.kind]} ${place.label}`, targetsIn(article))
  if ('problem' in found) announce(root, found.problem)
}
