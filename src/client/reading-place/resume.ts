import { idInText, textsOn } from '../text-on-page/text.ts'
import { placeName } from '../reading-position/place.ts'
import { placeRead, textRead } from './here.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'
import { close, offerPlaces, type PlaceOfText } from './offer-place.ts'
import { keepPlace, readPlace } from './store.ts'

/** A place counts as read when the reader has stayed that long, in milliseconds. */
const stay = 2000

/**
 * Keeps the place in every text of the page and offers those kept last time. While the offer stands nothing is kept,
 * so that a glance at the beginning does not cost the place.
 */
export function keepPlaces(root: Document, signal: AbortSignal): void {
  const isAtBeginning = !location.hash && scrollY < innerHeight
  let offer = isAtBeginning ? offerPlaces(root, textsOn(root).flatMap(placeKept)) : null
  offer?.addEventListener('offer:closed', () => (offer = null), { signal })
  const outlines = new WeakMap<HTMLElement, PageOutline>()
  const keepHere = () => {
    const article = textRead(root)
    if (!article) return
    const outline = outlines.get(article) ?? outlineOf(article)
    outlines.set(article, outline)
    keep(article, outline)
  }
  let timer: ReturnType<typeof setTimeout>
  const later = () => {
    clearTimeout(timer)
    if (offer && scrollY > 3 * innerHeight) offer = close(offer)
    if (!offer) timer = setTimeout(keepHere, stay)
  }
  addEventListener('scroll', later, { passive: true, signal })
  // For the scrolling by which this was loaded.
  later()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    offer?.remove()
  })
}

function placeKept(article: HTMLElement): PlaceOfText[] {
  const kept = readPlace(article.dataset['text']!)
  return kept ? [{ ...kept, article }] : []
}

/** The first paragraphs need no bookmark, and a text read to its end none any more. */
function keep(article: HTMLElement, outline: PageOutline): void {
  const slug = article.dataset['text']!
  const { index, within } = placeRead(outline, innerHeight)
  const place = outline.places[index]
  const isOver = index === outline.places.length - 1 && within === 1
  if (!place || index < 2 || isOver) keepPlace(slug, null)
  else keepPlace(slug, { id: idInText(article, place.id), name: placeName(outline, index) })
}
