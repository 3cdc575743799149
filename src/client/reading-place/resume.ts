import { idInText, textsOn } from '../text-on-page/text.ts'
import { positionName } from '../reading-position/describe.ts'
import { positionRead, textRead } from './here.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'
import { close, offerBookmarks, type BookmarkOnPage } from './offer-place.ts'
import { keepBookmark, readBookmark } from './store.ts'

/** Time without scrolling after which the reader's place is stored, in milliseconds. */
const stay = 2000

/**
 * Stores a bookmark for every text of the page and offers those of the last visit. Stores nothing while the offer is
 * open, so that a look at the beginning does not overwrite the bookmark.
 */
export function keepBookmarks(root: Document, signal: AbortSignal): void {
  const isAtBeginning = !location.hash && scrollY < innerHeight
  let offer = isAtBeginning ? offerBookmarks(root, textsOn(root).flatMap(bookmarkOf)) : null
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
  // This module is loaded by a scroll event, which counts too.
  later()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    offer?.remove()
  })
}

function bookmarkOf(article: HTMLElement): BookmarkOnPage[] {
  const kept = readBookmark(article.dataset['text']!)
  return kept ? [{ ...kept, article }] : []
}

/** Stores the current paragraph; removes the bookmark in the first two paragraphs and at the end of the text. */
function keep(article: HTMLElement, outline: PageOutline): void {
  const slug = article.dataset['text']!
  const { index, within } = positionRead(outline, innerHeight)
  const paragraph = outline.paragraphs[index]
  const isOver = index === outline.paragraphs.length - 1 && within === 1
  if (!paragraph || index < 2 || isOver) keepBookmark(slug, null)
  else
    keepBookmark(slug, { id: idInText(article, paragraph.id), name: positionName(outline, index) })
}
