/** A hit on this very page: goes there without loading it anew. False where the hit is elsewhere. */
export function goTo(hit: HTMLAnchorElement, leave: () => void): boolean {
  const view = hit.ownerDocument.defaultView!
  if (hit.pathname !== view.location.pathname || !hit.hash) return false
  leave()
  view.document.dispatchEvent(new CustomEvent('edition:jump'))
  view.history.pushState(null, '', hit.href)
  void import('./marks.ts').then(({ showMarks }) => showMarks(view.document))
  return true
}
