import { glossesOf, isCalling, type Dose } from './dose.ts'
import { has, keep, read, type Kept } from './store.ts'

/**
 * Glosses by the dose: which occurrences of a term lead to its gloss (`data-glossen` on <html>), and which terms the
 * reader knows. Each gloss gets a button to more: put the term away, note it down, go to its other places.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const glosses = [...root.querySelectorAll<HTMLElement>('article[data-text] .gloss')]
  for (const gloss of glosses) addMore(gloss)
  const apply = () => applyDose(root, glosses)
  root.addEventListener('edition:settings', apply, { signal })
  root.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return
      const gloss = target.closest<HTMLElement>('.gloss')
      if (target.closest('[data-opens="begriffe"]'))
        void import('./terms-dialog.ts').then(({ openTerms }) =>
          openTerms(root, (term) => changeKnown(root, term)),
        )
      if (!gloss) return
      if (target.closest('.gloss-more'))
        void import('./tools.ts').then(({ toggleTools }) =>
          toggleTools(gloss, { know: (kept) => changeKnown(root, kept) }),
        )
    },
    { signal },
  )
  if (root.documentElement.dataset['glossen'] || read('bekannt').length > 0) apply()
  return () => listening.abort()
}

function changeKnown(root: Document, kept: Kept): void {
  keep('bekannt', kept, !has('bekannt', kept.term))
  root.dispatchEvent(new CustomEvent('edition:settings'))
}

function addMore(gloss: HTMLElement): void {
  const button = gloss.ownerDocument.createElement('button')
  button.type = 'button'
  button.className = 'gloss-more'
  button.textContent = '⋯'
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-label', `Mehr zu ${gloss.querySelector('.gloss-lemma')?.textContent}`)
  gloss.append(button)
}

function applyDose(root: Document, glosses: readonly HTMLElement[]): void {
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

/** A link that leads nowhere is plain text for every reader. */
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

/** A further occurrence becomes a link, or plain text again. */
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
