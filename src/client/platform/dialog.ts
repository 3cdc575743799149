// A constant is inlined by the build; a function would be a request more on every page.
import { interfacePrefix } from '../../contract/ids.ts'

/**
 * Adds a modal dialog with a heading and a close button to the page. It is closed by Escape, the button or a click
 * outside; the browser then restores the focus. `name` makes its id, by which `findDialog` finds it again.
 */
export function createDialog(root: Document, name: string, title: string): HTMLDialogElement {
  const dialog = root.createElement('dialog')
  dialog.id = interfacePrefix + name
  dialog.className = 'panel'
  dialog.setAttribute('aria-labelledby', `${interfacePrefix}${name}-titel`)
  dialog.innerHTML = `
    <div class="panel-head">
      <h2 id="${interfacePrefix}${name}-titel" tabindex="-1" autofocus></h2>
      <button type="button" data-close>Schließen</button>
    </div>`
  dialog.querySelector('h2')!.textContent = title
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    const pressed = (target as Element).closest('[data-close]')
    if (pressed || (target === dialog && !contains(dialog, clientX, clientY))) dialog.close()
  })
  root.body.append(dialog)
  return dialog
}

/** The dialog of a name, where it has been made. */
export const findDialog = (root: Document, name: string): HTMLDialogElement | null =>
  root.querySelector(`#${interfacePrefix}${name}`)

function contains(element: Element, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return left <= x && x <= right && top <= y && y <= bottom
}
