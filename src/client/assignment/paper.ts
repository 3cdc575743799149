import { button } from '../platform/element.ts'
import { make } from './make.ts'

const choices = [
  ['anmerkungen', 'Anmerkungen'],
  ['glossen', 'Glossen'],
  ['antworten', 'meine Antworten'],
] as const

/** The worksheet: what of the passage’s apparatus goes on paper, and the button that prints. */
export function createPaper(root: Document, article: HTMLElement): HTMLElement {
  const fields = choices.map(([name, label]) => {
    const box = make(root, 'input', { type: 'checkbox' })
    box.checked = true
    box.addEventListener('change', () =>
      article.toggleAttribute(`data-sheet-without-${name}`, !box.checked),
    )
    return make(root, 'label', {}, box, ` ${label}`)
  })
  return make(
    root,
    'details',
    { class: 'task-paper' },
    make(root, 'summary', {}, 'Arbeitsblatt drucken'),
    make(
      root,
      'fieldset',
      {},
      make(root, 'legend', {}, 'Auf das Blatt kommen außer Text und Fragen:'),
      ...fields,
      button(root, 'Drucken', () => root.defaultView!.print()),
    ),
  )
}

export function clearPaper(article: HTMLElement): void {
  for (const [name] of choices) article.removeAttribute(`data-sheet-without-${name}`)
}
