import { labelOf, paragraphSelector, readId } from '../../contract/ids.ts'
import { kindNames } from '../../contract/locator.ts'
import { announce } from '../platform/announce.ts'
import { idInText, partAround, text } from '../text-on-page/text.ts'
import { findTarget, targetsIn } from './find.ts'
import { changeSince, type History } from './history.ts'
import { readVersionLink } from './version-link.ts'

/** Says whether the paragraph in the address has changed since the version that the link was made from. */
export function showChange(root: Document): void {
  const link = readVersionLink(root.location.href)
  const paragraph =
    link && root.getElementById(link.id)?.closest(`${paragraphSelector}:not([data-removed])`)
  const block = paragraph?.closest('.block')
  const article = block?.closest<HTMLElement>(text)
  const data = article && partAround(article).querySelector('[data-history]')?.textContent
  if (!link || !data || !paragraph || !block) return
  const number = labelOf(idInText(article, paragraph.id))
  const change = changeSince(JSON.parse(data) as History, link.version, number)
  if (!change) return
  announce(root, change.message)
  if (!change.changed) return
  const notice = root.createElement('p')
  notice.className = 'place-notice'
  notice.textContent = change.message
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
