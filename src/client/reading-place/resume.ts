import { text } from '../passage/text.ts'
import { placeName } from '../whereami/place.ts'
import { placeRead } from './here.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'
import { close, offerPlace } from './offer-place.ts'
import { keepPlace, readPlace } from './store.ts'

/** A place counts as read when the reader has stayed that long, in milliseconds. */
const stay = 2000

/**
 * Keeps the place in this text and offers the one kept last time. While the offer stands nothing is kept,
 * so that a glance at the beginning does not cost the place.
 */
export function keepPlaces(root: Document, slug: string, signal: AbortSignal): void {
  const article = root.querySelector(text)
  if (!article) return
  const outline = outlineOf(article)
  const kept = readPlace(slug)
  let offer = kept && !location.hash && scrollY < innerHeight ? offerPlace(root, kept) : null
  offer?.addEventListener('offer:closed', () => (offer = null), { signal })
  let timer: ReturnType<typeof setTimeout>
  const later = () => {
    clearTimeout(timer)
    if (offer && scrollY > 3 * innerHeight) offer = close(offer)
    if (!offer) timer = setTimeout(() => keep(slug, outline), stay)
  }
  addEventListener('scroll', later, { passive: true, signal })
  // For the scrolling by which this was loaded.
  later()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    offer?.remove()
  })
}

/** The first paragraphs need no bookmark, and a text read to its end none any more. */
function keep(slug: string, outline: PageOutline): void {
  const { index, within } = placeRead(outline, innerHeight)
  const place = outline.places[index]
  const isOver = index === outline.places.length - 1 && within === 1
  if (!place || index < 2 || isOver) keepPlace(slug, null)
  else keepPlace(slug, { id: place.id, name: placeName(outline, index) })
}
