import { glossesOf, isCalling, type Dose } from './dose.ts'
import { read } from './store.ts'

/** Makes the occurrences that the setting asks for links to their glosses, and switches all other glosses off. */
export function applyDose(root: Document, glosses: readonly HTMLElement[]): void {
  const dose = (root.documentElement.dataset['glossen'] ?? 'erste') as Dose
  const known = new Set(read('bekannt').map(({ term }) => term))
  for (const gloss of glosses)
    gloss.toggleAttribute('data-off', dose === 'keine' || known.has(gloss.dataset['term']!))

  const places = [
    ...root.querySelectorAll<HTMLElement>('article[data-text] .block > :first-child [data-term]'),
  ]
  const targets = glossesOf(
    places.map((place) => ({
      term: place.dataset['term']!,
      gloss: place.dataset['gloss']
        ? (place.dataset['href'] ?? place.getAttribute('href')!)
        : undefined,
    })),
  )
  places.forEach((place, i) => {
    const first = 'gloss' in place.dataset
    const calling = isCalling(first, known.has(place.dataset['term']!), dose)
    if (first) setLink(place, calling)
    else if (calling !== place.matches('a')) rename(place, calling ? targets[i] : undefined)
  })
}

/** Without `href` and role a link is plain text for screen readers too. */
function setLink(place: HTMLElement, on: boolean): void {
  if (on === place.hasAttribute('href')) return
  if (on) {
    place.setAttribute('href', place.dataset['href']!)
    place.setAttribute('role', 'doc-glossref')
    delete place.dataset['href']
  } else {
    place.dataset['href'] = place.getAttribute('href')!
    place.removeAttribute('href')
    place.removeAttribute('role')
    place.removeAttribute('aria-expanded')
  }
}

/** Turns a later occurrence into a link (`a`), or back into plain text (`span`). */
function rename(place: HTMLElement, href: string | undefined): void {
  const renamed = place.ownerDocument.createElement(href ? 'a' : 'span')
  renamed.dataset['term'] = place.dataset['term']!
  if (href) {
    renamed.setAttribute('role', 'doc-glossref')
    renamed.setAttribute('href', href)
  }
  renamed.append(...place.childNodes)
  place.replaceWith(renamed)
}
