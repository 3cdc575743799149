import { labelOf, readId } from '../../../contract/ids.ts'
import { element } from '../../platform/element.ts'
import { inText } from '../../text-on-page/text.ts'
import type { Annotation } from '../model.ts'

/** „2 Notizen, 1 Markierung zu Absatz 14“, for screen readers. */
export function sayCount(annotations: readonly Annotation[], id: string): string {
  const notes = annotations.filter(({ body }) => body).length
  const marks = annotations.length - notes
  const counts = [
    notes > 0 && `${notes} ${notes === 1 ? 'Notiz' : 'Notizen'}`,
    marks > 0 && `${marks} ${marks === 1 ? 'Markierung' : 'Markierungen'}`,
  ]
  return `${counts.filter(Boolean).join(', ')} zu ${readId(id)?.kind === 'note' ? 'Anmerkung' : 'Absatz'} ${labelOf(id)}`
}

/** Sets the button beside the number of a paragraph that opens its annotations; removes it if there are none. */
export function setTab(
  article: HTMLElement,
  id: string,
  annotations: readonly Annotation[],
  open: (tab: HTMLElement) => void,
): void {
  const block = inText(article, id)?.closest('.block')
  if (!block) return
  const old = block.querySelector<HTMLButtonElement>(`:scope > [data-annotations="${id}"]`)
  if (annotations.length === 0) return old?.remove()
  const tab = old ?? makeTab(block, id, open)
  const words = sayCount(annotations, id)
  const [count, kind] = words.split(/[ ,]/)
  tab.dataset['colour'] = annotations[0]!.colour
  tab.setAttribute('aria-label', words)
  tab.firstElementChild!.textContent = count!
  tab.lastElementChild!.textContent = ` ${kind}`
}

function makeTab(block: Element, id: string, open: (tab: HTMLElement) => void) {
  const root = block.ownerDocument
  const tab = element(
    root,
    'button',
    { type: 'button', class: 'annotation-tab', 'data-annotations': id },
    ...[element(root, 'span'), element(root, 'span')],
  )
  tab.addEventListener('click', () => open(tab))
  const before = [...block.querySelectorAll(':scope > .block-number, :scope > .annotation-tab')].at(
    -1,
  )
  if (before) before.after(tab)
  else block.append(tab)
  return tab
}
