import { announce } from '../platform/announce.ts'
import { focusOn } from '../platform/focus.ts'

import { has, keep, toggleKnown, type Kept } from './store.ts'

/** Shows or hides the tools of a gloss: mark as known, note down, go to other occurrences in this text. */
export function toggleTools(gloss: HTMLElement): void {
  const root = gloss.ownerDocument
  const open = gloss.querySelector('.gloss-tools')
  gloss.querySelector('.gloss-more')!.setAttribute('aria-expanded', String(!open))
  if (open) open.remove()
  else gloss.append(createTools(gloss))
  root.dispatchEvent(new CustomEvent('edition:layout'))
}

function createTools(gloss: HTMLElement): HTMLElement {
  const root = gloss.ownerDocument
  const kept = keptOf(gloss)
  const tools = root.createElement('div')
  tools.className = 'gloss-tools'
  const button = (
    words: string,
    act: (button: HTMLButtonElement) => void,
    label?: string,
    into: HTMLElement = tools,
  ) => {
    const made = root.createElement('button')
    made.type = 'button'
    made.textContent = words
    if (label) made.setAttribute('aria-label', label)
    made.addEventListener('click', () => act(made))
    into.append(made)
    return made
  }

  button('kenne ich', () => {
    toggleKnown(root, kept)
    // The word, which had been a link, has lost the focus.
    const paragraph = placeOf(gloss)?.closest<HTMLElement>('.block > :first-child')
    if (paragraph) focusOn(paragraph)
    announce(root, `„${kept.lemma}“ gilt als bekannt.`)
  })
  const words = () => (has('begriffe', kept.term) ? 'gemerkt' : 'merken')
  button(words(), (made) => {
    keep('begriffe', kept, !has('begriffe', kept.term))
    made.textContent = words()
  })

  const places = placesOf(gloss)
  const own = placeOf(gloss)
  let at = Math.max(0, own ? places.indexOf(own) : 0)
  if (places.length > 1) {
    const go = (step: number) => {
      at = (at + step + places.length) % places.length
      count.textContent = `Stelle ${at + 1} von ${places.length}`
      // The longer label may need another line.
      root.dispatchEvent(new CustomEvent('edition:layout'))
      goTo(places[at]!)
    }
    const count = root.createElement('span')
    count.setAttribute('aria-live', 'polite')
    count.textContent = `${places.length} Stellen`
    const turn = root.createElement('span')
    tools.append(turn)
    button('‹', () => go(-1), `vorige Stelle: ${kept.lemma}`, turn)
    turn.append(count)
    button('›', () => go(1), `nächste Stelle: ${kept.lemma}`, turn)
  }
  button('Meine Begriffe', () => {}).dataset['opens'] = 'begriffe'
  return tools
}

function keptOf(gloss: HTMLElement): Kept {
  const lemma = gloss.querySelector<HTMLAnchorElement>('.gloss-lemma')!
  return {
    term: gloss.dataset['term']!,
    lemma: lemma.textContent,
    gloss: gloss.querySelector('.gloss-text')?.textContent ?? '',
    href: lemma.pathname,
  }
}

/** The word in the text that the gloss belongs to. */
const placeOf = (gloss: HTMLElement) =>
  gloss.ownerDocument.getElementById(
    gloss.querySelector('.gloss-back')!.getAttribute('href')!.slice(1),
  )

const placesOf = (gloss: HTMLElement) => [
  ...gloss
    .closest('article')!
    .querySelectorAll<HTMLElement>(`.block > :first-child [data-term="${gloss.dataset['term']}"]`),
]

/** Jumps by the event that the margin listens for (margin/index.ts), which offers a way back. */
function goTo(place: HTMLElement): void {
  place.dispatchEvent(new CustomEvent('edition:jump', { bubbles: true }))
}
