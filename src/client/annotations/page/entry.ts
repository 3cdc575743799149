import { annotationId } from '../../../contract/ids.ts'
import { hues, colourNames } from '../colours.ts'
import { button, element } from '../../platform/element.ts'
import { idOnPage } from '../../text-on-page/text.ts'
import type { TextInfo } from '../exchange/texts.ts'
import { wordsOf, type Annotation } from '../model.ts'
import { locatorOf } from './filter.ts'

/** A note in the list: its place, the words marked, the note, the buttons. */
export function entryItem(
  root: Document,
  annotation: Annotation,
  text: TextInfo | undefined,
  on: { edit: (item: HTMLElement) => void; remove: () => void },
): HTMLLIElement {
  const { id, colour, version, parts, body } = annotation
  const locator = locatorOf(annotation)
  const href = text && placeOf(text, parts[0]!.id, version)
  const place = href ? element(root, 'a', { href }, locator) : element(root, 'span', '', locator)
  const name = { class: 'swatch-word', title: hues[colour] }
  const label = body ? 'Ändern' : 'Notiz schreiben'
  const edit = { 'data-edit': '', 'aria-label': `${label}: ${locator}` }
  const item: HTMLLIElement = element(
    root,
    'li',
    { class: 'own-note', id: annotationId(id), 'data-colour': colour },
    element(root, 'p', 'own-place', place, ' ', element(root, 'span', name, colourNames()[colour])),
    element(root, 'blockquote', '', wordsOf(annotation)),
    element(root, 'p', 'own-words', body),
    element(
      root,
      'p',
      'own-tools',
      button(root, label, () => on.edit(item), edit),
      button(root, 'Entfernen', on.remove, { 'aria-label': `Entfernen: ${locator}` }),
    ),
  )
  return item
}

/** The version goes into links to other pages only: a text on this page has one version. */
const placeOf = ({ article, href }: TextInfo, id: string, version: string): string =>
  article ? `#${idOnPage(article, id)}` : `${href}?fassung=${encodeURIComponent(version)}#${id}`
