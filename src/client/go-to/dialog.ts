import { focusOn } from '../platform/focus.ts'
import { text } from '../text-on-page/text.ts'
import { findTarget, targetsIn } from './find.ts'

/** Opens the go-to dialog. Does nothing where the page has no text. */
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
    const found = findTarget(dialog.querySelector('input')!.value, targetsIn(article))
    if ('problem' in found) return say(dialog, found.problem)
    dialog.close()
    goTo(root, found.id)
  })
}

/** Follows an id like a link (new history entry, `:target`) and gives the target the focus. */
function goTo(root: Document, id: string): void {
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
