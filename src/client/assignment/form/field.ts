import { interfaceId } from '../../../contract/ids.ts'
import { element } from '../../platform/element.ts'
import { limits } from '../../../contract/assignment/model.ts'

interface FieldFacts {
  /** Of the control, and of its mistakes. */
  name: string
  label: string
  hint?: string
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A labelled control with room for a hint and for what is wrong with it. */
export function createField<C extends Control>(
  root: Document,
  { name, label, hint }: FieldFacts,
  control: C,
): { element: HTMLElement; control: C } {
  const id = interfaceId(name)
  control.id = id
  control.name = name
  const described = [hint && `${id}-hinweis`, `${id}-fehler`].filter(Boolean).join(' ')
  control.setAttribute('aria-describedby', described)
  const field = element(
    root,
    'div',
    'form-field',
    element(root, 'label', { for: id }, label),
    control,
    hint ? element(root, 'p', { class: 'form-hint', id: `${id}-hinweis` }, hint) : null,
    element(root, 'p', { class: 'form-mistake', id: `${id}-fehler` }),
  )
  return { element: field, control }
}

/** Shows what is wrong, and takes away what no longer is. Returns the first control that needs another value. */
export function showMistakes(form: HTMLElement, mistakes: Readonly<Record<string, string>>) {
  const controls = [...form.querySelectorAll<Control>('.form-field :is(input, textarea, select)')]
  for (const control of controls) {
    const words = mistakes[control.name] ?? ''
    control.setAttribute('aria-invalid', String(words !== ''))
    form.querySelector(`[id="${control.id}-fehler"]`)!.textContent = words
  }
  return controls.find(({ name }) => name in mistakes)
}

export function input(
  root: Document,
  type: string,
  value: string,
  more: Readonly<Record<string, string>> = {},
): HTMLInputElement {
  const made = element(root, 'input', { type, autocomplete: 'off', ...more })
  made.value = value
  return made
}

export function area(root: Document, value: string): HTMLTextAreaElement {
  const made = element(root, 'textarea', { rows: '3', maxlength: String(limits.long) })
  made.value = value
  return made
}

/** @param options value and label; the first is chosen where `value` is none of them */
export function select(
  root: Document,
  options: readonly (readonly [value: string, label: string])[],
  value = '',
): HTMLSelectElement {
  const made = element(root, 'select', '', ...optionsOf(root, options))
  if (options.some(([name]) => name === value)) made.value = value
  return made
}

export const optionsOf = (
  root: Document,
  options: readonly (readonly [value: string, label: string])[],
): HTMLOptionElement[] =>
  options.map(([name, label]) => element(root, 'option', { value: name }, label))

/** Fields that belong together, under a heading. */
export const group = (root: Document, name: string, ...content: HTMLElement[]): HTMLElement =>
  element(
    root,
    'section',
    { class: 'form-group', 'aria-label': name },
    element(root, 'h2', '', name),
    ...content,
  )

/** Two fields side by side where there is room. */
export const pair = (root: Document, ...fields: HTMLElement[]): HTMLElement =>
  element(root, 'div', 'form-pair', ...fields)
