import { keyHint } from '../platform/key-hint.ts'
import { interfaceId } from '../../contract/ids.ts'
import { adopt } from '../platform/sheet.ts'
import css from './citing.css?inline'

const id = interfaceId('zum-kopieren')

/** Shows the words, selected, in a field to copy from, where the browser denies the clipboard. */
export function showField(dialog: HTMLElement, words: string): void {
  adopt(dialog.ownerDocument, css)
  const field = dialog.querySelector<HTMLElement>('.cite-field') ?? createField(dialog)
  const area = field.querySelector('textarea')!
  area.value = words
  field.hidden = false
  area.focus()
  area.select()
}

function createField(dialog: HTMLElement): HTMLElement {
  const field = dialog.ownerDocument.createElement('div')
  field.className = 'cite-field'
  field.innerHTML = `
    <label for="${id}">Der Browser gibt die Zwischenablage nicht frei. Bitte von hier kopieren${keyHint(dialog.ownerDocument, 'C')}:</label>
    <textarea id="${id}" readonly rows="6"></textarea>`
  const actions = dialog.querySelector('.panel-actions')
  if (actions) actions.after(field)
  else dialog.append(field)
  return field
}
