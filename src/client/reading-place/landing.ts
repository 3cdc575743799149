import { idOnPage, textsOn } from '../text-on-page/text.ts'
import { readBookmark } from './store.ts'

/** Adds links to the bookmarks to the title page. They replace the reading times, so that nothing shifts. */
export function linkBookmarks(root: Document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-resume]')) {
    const bookmark = readBookmark(element.dataset['resume'] ?? '')
    const way = element.closest('.way-in, [data-shelf-text]')?.querySelector('a')
    if (!bookmark || !way) continue
    const link = root.createElement('a')
    const text = textsOn(root).find(({ dataset }) => dataset['text'] === element.dataset['resume'])
    // In the one-file edition the text is on the same page.
    link.href = text
      ? `#${idOnPage(text, bookmark.id)}`
      : `${way.getAttribute('href')}#${bookmark.id}`
    link.textContent = `weiterlesen bei ${bookmark.name}`
    element.replaceChildren(link)
  }
}
