/** Fills the contents in the bar from those under the title, when they are opened for the first time. */
export function startContents(root: Document, signal: AbortSignal): void {
  const popover = root.querySelector<HTMLElement>('.bar-contents')
  const list = root.querySelector('nav.contents ol')
  if (!popover || !list) return
  popover.addEventListener(
    'beforetoggle',
    (event) => {
      if (event.newState === 'open' && !popover.firstChild) {
        popover.append(list.cloneNode(true))
        root.dispatchEvent(new CustomEvent('edition:layout'))
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
