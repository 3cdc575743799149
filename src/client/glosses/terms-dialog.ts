import { createDialog, findDialog } from '../platform/dialog.ts'
import { focusOn } from '../platform/focus.ts'

import { has, keep, read, toggleKnown, type Kept, type List } from './store.ts'

/** Opens the dialog with the terms noted down, which can be printed, and the known ones, which can be glossed again. */
export function openTerms(root: Document): void {
  const dialog =
    findDialog(root, 'meine-begriffe') ?? createDialog(root, 'meine-begriffe', 'Meine Begriffe')
  dialog.querySelector('.terms-kept')?.remove()
  const body = root.createElement('div')
  body.className = 'terms-kept'
  // The page's own status line is inert while a dialog is open.
  const status = root.createElement('p')
  status.setAttribute('role', 'status')
  const list = root.createElement('div')
  body.append(status, list)
  dialog.append(body)
  const draw = () => list.replaceChildren(...contents(root, redraw))
  const redraw: Redraw = (said, nth) => {
    draw()
    status.textContent = said
    const buttons = list.querySelectorAll<HTMLElement>('dd button')
    focusOn(buttons[Math.min(nth, buttons.length - 1)] ?? dialog.querySelector('h2')!)
  }
  draw()
  if (!dialog.open) dialog.showModal()
}

/** `said`: message about the change; `nth`: index of the button to be focused. */
type Redraw = (said: string, nth: number) => void

function contents(root: Document, redraw: Redraw): Node[] {
  const make = maker(root)
  const take = (list: List, words: string, done: string, act: (kept: Kept) => void) =>
    read(list).map((kept) => {
      const link = make('a', kept.lemma)
      link.href = kept.href
      const button = make('button', words)
      button.type = 'button'
      button.setAttribute('aria-label', `${words}: ${kept.lemma}`)
      button.addEventListener('click', () => {
        const buttons = [...button.closest('.terms-kept')!.querySelectorAll('dd button')]
        act(kept)
        redraw(`„${kept.lemma}“ ${done}.`, buttons.indexOf(button))
      })
      const term = make('dt')
      term.append(link)
      const gloss = make('dd', list === 'begriffe' ? `${kept.gloss} ` : '')
      gloss.append(button)
      return [term, gloss]
    })

  const noted = take('begriffe', 'streichen', 'wurde gestrichen', (kept) =>
    keep('begriffe', kept, false),
  )
  const known = take(
    'bekannt',
    'wieder anzeigen',
    'wird wieder erklärt',
    (kept) => has('bekannt', kept.term) && toggleKnown(root, kept),
  )
  const list = (items: Node[][]) => {
    const made = make('dl')
    made.append(...items.flat())
    return made
  }
  const print = make('button', 'Liste drucken')
  print.type = 'button'
  print.addEventListener('click', () => printList(root, print.closest('.terms-kept')!))
  return [
    make('h3', 'Begriffe, die ich mir merke'),
    ...(noted.length > 0
      ? [list(noted), print]
      : [make('p', 'Noch keine. In jeder Glosse steht hinter „⋯“ ein Knopf zum Merken.')]),
    make('h3', 'Begriffe, die ich kenne'),
    known.length > 0
      ? list(known)
      : make('p', 'Noch keine. Ihre Glossen werden nicht mehr angezeigt.'),
    make('p', 'Beide Listen bleiben auf diesem Gerät.'),
  ]
}

/** Prints only a copy of the lists in the page, since a dialog is cut off after the first sheet. */
function printList(root: Document, lists: Element): void {
  const { documentElement: html } = root
  const copy = root.body.appendChild(lists.cloneNode(true) as Element)
  html.dataset['drucken'] = 'begriffe'
  root.defaultView!.print()
  delete html.dataset['drucken']
  copy.remove()
}

const maker =
  (root: Document) =>
  <K extends keyof HTMLElementTagNameMap>(name: K, words = ''): HTMLElementTagNameMap[K] => {
    const element = root.createElement(name)
    element.textContent = words
    return element
  }
