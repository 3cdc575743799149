import { focusOn } from '../platform/focus.ts'

/** To what had the focus before; a paragraph that a jump had made focusable for the time being becomes so again. */
export function giveFocusBack(element: Element | null): void {
  if (!(element instanceof HTMLElement) || !element.isConnected || element.localName === 'body')
    return
  focusOn(element)
}
