import { idOnPage, inText } from '../text-on-page/text.ts'
import type { Kept } from './store.ts'

/** A bookmark in a text on this page. */
export interface BookmarkOnPage extends Kept {
  article: HTMLElement
}

/**
 * Offers links to the bookmarks above the main content, one for each text on the page; null if none of the paragraphs
 * exists any more. Dispatches `offer:closed` when it is closed.
 */
export function offerBookmarks(
  root: Document,
  bookmarks: readonly BookmarkOnPage[],
): HTMLElement | null {
  const there = bookmarks.filter(({ article, id }) => inText(article, id))
  if (there.length === 0) return null
  const offer = root.createElement('div')
  offer.className = 'offer'
  offer.setAttribute('role', 'region')
  offer.setAttribute('aria-label', 'Weiterlesen')
  offer.innerHTML = '<button type="button">Nicht jetzt</button>'
  offer.prepend(...there.map((bookmark) => lineOf(root, bookmark)))
  offer.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a, button')) close(offer)
  })
  root.querySelector('main')!.before(offer)
  return offer
}

function lineOf(root: Document, { article, id, name }: BookmarkOnPage): HTMLElement {
  const line = root.createElement('p')
  const link = root.createElement('a')
  link.href = `#${idOnPage(article, id)}`
  link.textContent = 'Weiterlesen'
  // Several texts of a one-file edition may have an „Absatz 14“.
  const title = 'file' in root.documentElement.dataset ? `„${article.ariaLabel}“, ` : ''
  line.append(link, ` bei ${title}${name}`)
  return line
}

export function close(offer: HTMLElement): null {
  offer.remove()
  offer.dispatchEvent(new CustomEvent('offer:closed'))
  return null
}
