import { createDialog } from '../platform/dialog.ts'
import { formHtml } from './form-html.ts'

/** The dialog with its form, before there is a search behind it: what is typed meanwhile is not lost. */
export function openShell(root: Document): HTMLDialogElement {
  const dialog = root.querySelector<HTMLDialogElement>('#suche') ?? createShell(root)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector<HTMLInputElement>('input[type=search]')!.select()
  return dialog
}

function createShell(root: Document): HTMLDialogElement {
  const dialog = createDialog(root, 'suche', 'Suche')
  dialog.classList.add('search-dialog')
  dialog.querySelector('h2')!.removeAttribute('autofocus')
  dialog.insertAdjacentHTML('beforeend', formHtml('suche-titel', ''))
  dialog.querySelector('input[type=search]')!.setAttribute('autofocus', '')
  return dialog
}
