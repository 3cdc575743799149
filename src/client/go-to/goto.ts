import { focusOn } from '../platform/focus.ts'
import { text } from '../text-on-page/text.ts'
import { findPlace } from './find.ts'
import { placesIn } from './places-in.ts'

/** Opens the box. Does nothing where the page has no text. */
export function openGoTo(root: Document): void {
  const dialog = root.querySelector<HTMLDialogElement>('dialog.goto')
  if (!dialog || dialog.open) return
  prepare(root, dialog)
  say(dialog, '')
  dialog.showModal()
  dialog.querySelector('input')!.select()
}

const prepared = new WeakSet<HTMLDialogElement>()

function prepare(root: Document, dialog: HTMLDialogElement): void {
  if (prepared.has(dialog)) return
  prepared.add(dialog)
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || (target as Element).closest('[data-close]')) dialog.close()
  })
  dialog.addEventListener('submit', (event) => {
    event.preventDefault()
    const article = root.querySelector<HTMLElement>(text)!
    const found = findPlace(dialog.querySelector('input')!.value, placesIn(article))
    if ('problem' in found) return say(dialog, found.problem)
    dialog.close()
    goTo(root, found.id)
  })
}

/** Goes to an anchor as a link does: it comes into the history, is marked and takes the focus. */
export function goTo(root: Document, id: string): void {
  const target = root.getElementById(id)
  if (!target) return
  const hash = `#${encodeURIComponent(id)}`
  if (root.location.hash === hash) target.scrollIntoView()
  else root.location.hash = hash
  focusOn(target)
}

function say(dialog: HTMLDialogElement, message: string): void {
  dialog.querySelector('[role="alert"]')!.textContent = message
  dialog.querySelector('input')!.ariaInvalid = String(message !== '')
}
