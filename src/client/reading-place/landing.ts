import { idOnPage, textsOn } from '../text-on-page/text.ts'
import { readPlace } from './store.ts'

/** On the title page the way in leads to the last place as well: in the room of the reading time, so that nothing shifts. */
export function showLastPlaces(root: Document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-resume]')) {
    const place = readPlace(element.dataset['resume'] ?? '')
    const way = element.closest('.way-in')?.querySelector('a')
    if (!place || !way) continue
    const link = root.createElement('a')
    const text = textsOn(root).find(({ dataset }) => dataset['text'] === element.dataset['resume'])
    // In a file the text stands behind its title page.
    link.href = text ? `#${idOnPage(text, place.id)}` : `${way.getAttribute('href')}#${place.id}`
    link.textContent = `weiterlesen bei ${place.name}`
    element.replaceChildren(link)
  }
}
