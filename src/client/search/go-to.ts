/** A hit on this very page: goes there without loading it anew. False where the hit is elsewhere. */
export function goTo(hit: HTMLAnchorElement, leave: () => void): boolean {
  const view = hit.ownerDocument.defaultView!
  if (hit.pathname !== view.location.pathname || !hit.hash) return false
  leave()
  view.history.pushState(null, '', hit.href)
  const target = view.document.getElementById(decodeURIComponent(hit.hash.slice(1)))
  target?.dispatchEvent(new CustomEvent('edition:jump', { bubbles: true }))
  void import('./marks.ts').then(({ showMarks }) => showMarks(view.document))
  return true
}
