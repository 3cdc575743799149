import { button, element } from '../platform/element.ts'

const choices = [
  ['anmerkungen', 'Anmerkungen'],
  ['glossen', 'Glossen'],
  ['antworten', 'meine Antworten'],
] as const

/** The worksheet: what of the passage’s apparatus goes on paper, and the button that prints. */
export function createPaper(root: Document, article: HTMLElement): HTMLElement {
  const fields = choices.map(([name, label]) => {
    const box = element(root, 'input', { type: 'checkbox' })
    box.checked = true
    box.addEventListener('change', () =>
      article.toggleAttribute(`data-sheet-without-${name}`, !box.checked),
    )
    return element(root, 'label', '', box, ` ${label}`)
  })
  return element(
    root,
    'details',
    'task-paper',
    element(root, 'summary', '', 'Arbeitsblatt drucken'),
    element(
      root,
      'fieldset',
      '',
      element(root, 'legend', '', 'Auf das Blatt kommen außer Text und Fragen:'),
      ...fields,
      button(root, 'Drucken', () => root.defaultView!.print()),
    ),
  )
}

export function clearPaper(article: HTMLElement): void {
  for (const [name] of choices) article.removeAttribute(`data-sheet-without-${name}`)
}
