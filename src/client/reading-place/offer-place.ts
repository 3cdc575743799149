import { idOnPage, inText } from '../text-on-page/text.ts'
import type { Kept } from './store.ts'

/** The place of last time in a text of this page. */
export interface PlaceOfText extends Kept {
  article: HTMLElement
}

/**
 * Offers the places of last time above what is read, in a file one for each of its texts; null where they are there no
 * more. Closed, it dispatches `offer:closed`.
 */
export function offerPlaces(root: Document, places: readonly PlaceOfText[]): HTMLElement | null {
  const there = places.filter(({ article, id }) => inText(article, id))
  if (there.length === 0) return null
  const offer = root.createElement('div')
  offer.className = 'offer'
  offer.setAttribute('role', 'region')
  offer.setAttribute('aria-label', 'Weiterlesen')
  offer.innerHTML = '<button type="button">Nicht jetzt</button>'
  offer.prepend(...there.map((place) => lineOf(root, place)))
  offer.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a, button')) close(offer)
  })
  root.querySelector('main')!.before(offer)
  return offer
}

function lineOf(root: Document, { article, id, name }: PlaceOfText): HTMLElement {
  const line = root.createElement('p')
  const link = root.createElement('a')
  link.href = `#${idOnPage(article, id)}`
  link.textContent = 'Weiterlesen'
  // A file may hold several texts, each with an „Absatz 14“.
  const title = 'file' in root.documentElement.dataset ? `„${article.ariaLabel}“, ` : ''
  line.append(link, ` bei ${title}${name}`)
  return line
}

export function close(offer: HTMLElement): null {
  offer.remove()
  offer.dispatchEvent(new CustomEvent('offer:closed'))
  return null
}
