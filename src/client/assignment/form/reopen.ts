import { fragment, openAssignment } from '../../../contract/assignment/codec.ts'
import { button, element } from '../../platform/element.ts'
import { explain } from '../messages.ts'
import { draftOf, type Draft } from './draft.ts'
import { createField, input } from './field.ts'

/** Takes the link of an assignment, from any device, and opens it in the form to be corrected. */
export function createReopening(root: Document, open: (draft: Draft) => void): HTMLElement {
  const link = createField(
    root,
    {
      name: 'link',
      label: 'Link der Aufgabe',
      hint: 'Es bleibt dieselbe Aufgabe; Antworten darauf bleiben erhalten.',
    },
    input(root, 'url', ''),
  )
  const said = element(root, 'p', { class: 'form-hint', role: 'status' })
  const read = async () => {
    const [, code] = link.control.value.trim().split(fragment)
    const opened = code ? await openAssignment(code) : null
    if (opened && 'assignment' in opened) {
      open(draftOf(opened.assignment))
      return root.querySelector<HTMLElement>('.task-form [name="title"]')?.focus()
    }
    said.textContent = opened
      ? `${explain(opened)!.title}.`
      : 'Das ist kein Link zu einer Aufgabe. Ein solcher enthält „#aufgabe=“.'
    return link.control.focus()
  }
  return element(
    root,
    'details',
    'form-reopen task-form',
    element(root, 'summary', '', 'Eine gestellte Aufgabe ändern'),
    link.element,
    button(root, 'Im Formular öffnen', () => void read()),
    said,
  )
}
