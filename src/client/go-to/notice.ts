import { announce } from '../platform/announce.ts'
import { idInText, partAround, text } from '../text-on-page/text.ts'
import { tell, type History } from './history.ts'
import { readVersionLink } from './version-link.ts'

/** Tells a reader who comes by a link made from an older version whether that paragraph has changed since. */
export function tellChange(root: Document): void {
  const link = readVersionLink(root.location.href)
  const paragraph =
    link &&
    root.getElementById(link.id)?.closest(':is([id^="abs-"], [id*="--abs-"]):not([data-removed])')
  const block = paragraph?.closest('.block')
  const article = block?.closest<HTMLElement>(text)
  const data = article && partAround(article).querySelector('[data-history]')?.textContent
  if (!link || !data || !paragraph || !block) return
  const number = idInText(article, paragraph.id).replace('abs-', '')
  const told = tell(JSON.parse(data) as History, link.version, number)
  if (!told) return
  announce(root, told.message)
  if (!told.changed) return
  const notice = root.createElement('p')
  notice.className = 'place-notice'
  notice.textContent = told.message
  block.before(notice)
  root.dispatchEvent(new CustomEvent('edition:layout'))
}
