import { hues, colourNames } from '../colours.ts'
import { button, element } from '../../platform/element.ts'
import { idOnPage } from '../../text-on-page/text.ts'
import type { TextInfo } from '../exchange/texts.ts'
import { wordsOf, type Annotation } from '../model.ts'
import { locatorOf } from './filter.ts'

/** A note in the list: where, the words, what was written, what can be done. */
export function entryItem(
  root: Document,
  annotation: Annotation,
  text: TextInfo | undefined,
  on: { edit: (item: HTMLElement) => void; remove: () => void },
): HTMLLIElement {
  const { id, colour, version, parts, body } = annotation
  const item = element(root, 'li', 'own-note')
  item.id = `notiz-${id}`
  item.dataset['colour'] = colour
  const locator = locatorOf(annotation)
  const place = text ? element(root, 'a', '', locator) : element(root, 'span', '', locator)
  if (text) place.setAttribute('href', placeOf(text, parts[0]!.id, version))
  const name = element(root, 'span', 'swatch-word', colourNames()[colour])
  name.title = hues[colour]
  const edit = button(root, body ? 'Ändern' : 'Notiz schreiben', () => on.edit(item))
  edit.dataset['edit'] = ''
  edit.setAttribute('aria-label', `${edit.textContent}: ${locator}`)
  const remove = button(root, 'Entfernen', on.remove)
  remove.setAttribute('aria-label', `Entfernen: ${locator}`)
  item.append(
    element(root, 'p', 'own-place', place, ' ', name),
    element(root, 'blockquote', '', wordsOf(annotation)),
    element(root, 'p', 'own-words', body),
    element(root, 'p', 'own-tools', edit, remove),
  )
  return item
}

/** A text on this page is the one that is read, whatever version the words were marked in. */
const placeOf = ({ article, href }: TextInfo, id: string, version: string): string =>
  article ? `#${idOnPage(article, id)}` : `${href}?fassung=${encodeURIComponent(version)}#${id}`
