import { partAround, textsOn } from '../text-on-page/text.ts'

/** Fills the contents in the bar of a text from those under its title, when they are opened for the first time. */
export function startContents(root: Document, signal: AbortSignal): void {
  for (const article of textsOn(root)) fillAtOpening(partAround(article), signal)
}

function fillAtOpening(part: Element, signal: AbortSignal): void {
  const popover = part.querySelector<HTMLElement>('.bar-contents')
  const list = part.querySelector('.contents ol')
  if (!popover || !list) return
  popover.addEventListener(
    'beforetoggle',
    (event) => {
      if (event.newState === 'open' && !popover.firstChild) {
        popover.append(list.cloneNode(true))
        part.ownerDocument.dispatchEvent(new CustomEvent('edition:layout'))
      }
    },
    { signal },
  )
  popover.addEventListener(
    'click',
    ({ target }) => {
      if ((target as Element).closest('a')) popover.hidePopover()
    },
    { signal },
  )
}
