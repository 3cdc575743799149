import { placeName } from '../whereami/place.ts'
import { placeRead } from './here.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'
import { keepPlace, readPlace, type Kept } from './store.ts'

/** A place counts as read when the reader has stayed that long, in milliseconds. */
const stay = 2000

/**
 * Keeps the place in this text and offers the one kept last time. While the offer stands nothing is kept,
 * so that a glance at the beginning does not cost the place.
 */
export function start(root: Document): () => void {
  const slug = root.querySelector<HTMLElement>('article[data-text]')?.dataset['text']
  const outline = outlineOf(root)
  if (!slug || !outline) return () => {}
  const listening = new AbortController()
  const { signal } = listening
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
  return () => {
    listening.abort()
    clearTimeout(timer)
    offer?.remove()
  }
}

/** The first paragraphs need no bookmark, and a text read to its end none any more. */
function keep(slug: string, outline: PageOutline): void {
  const { index, within } = placeRead(outline, innerHeight)
  const place = outline.places[index]
  const isOver = index === outline.places.length - 1 && within === 1
  if (!place || index < 2 || isOver) keepPlace(slug, null)
  else keepPlace(slug, { id: place.id, name: placeName(outline, index) })
}

function offerPlace(root: Document, { id, name }: Kept): HTMLElement | null {
  if (!root.getElementById(id)) return null
  const offer = root.createElement('div')
  offer.className = 'offer'
  offer.setAttribute('role', 'region')
  offer.setAttribute('aria-label', 'Weiterlesen')
  offer.innerHTML =
    '<p><a>Weiterlesen</a> <span></span></p><button type="button">Nicht jetzt</button>'
  const link = offer.querySelector('a')!
  link.href = `#${id}`
  offer.querySelector('span')!.textContent = `bei ${name}`
  offer.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a, button')) close(offer)
  })
  root.querySelector('main')!.before(offer)
  return offer
}

function close(offer: HTMLElement): null {
  offer.remove()
  offer.dispatchEvent(new CustomEvent('offer:closed'))
  return null
}
