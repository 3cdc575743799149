import { interfacePrefix } from '../../contract/ids.ts'
import { createDialog, findDialog } from '../platform/dialog.ts'
import { formHtml } from './form-html.ts'

/** Opens the dialog with its form while the search is still loading; what is typed meanwhile is kept. */
export function openSearchDialog(root: Document): HTMLDialogElement {
  const dialog = findDialog(root, 'suche') ?? createSearchDialog(root)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector<HTMLInputElement>('input[type=search]')!.select()
  return dialog
}

function createSearchDialog(root: Document): HTMLDialogElement {
  const dialog = createDialog(root, 'suche', 'Suche')
  dialog.classList.add('search-dialog')
  dialog.querySelector('h2')!.removeAttribute('autofocus')
  dialog.insertAdjacentHTML('beforeend', formHtml(`${interfacePrefix}suche-titel`, ''))
  dialog.querySelector('input[type=search]')!.setAttribute('autofocus', '')
  return dialog
}
