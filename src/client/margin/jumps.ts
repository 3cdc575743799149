/**
 * Tells of jumps within the page: those of links, and those of scripts, which dispatch `edition:jump` at the place.
 * The way back from them is loaded at the first.
 */
export function watchJumps(root: Document, signal: AbortSignal): void {
  const view = root.defaultView!
  let way: Promise<import('./way-back.ts').WayBack> | undefined
  const jump = (entry: string | undefined, place?: Element) => {
    const stop = { top: view.scrollY, focus: root.activeElement as HTMLElement | null, entry }
    way ??= import('./way-back.ts').then(({ createWayBack }) => createWayBack(root, signal))
    void way.then(({ depart }) => depart(stop, place))
  }
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a')
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
        return
      if (!link.hash || link.href.split('#')[0] !== view.location.href.split('#')[0]) return
      jump(link.hash === view.location.hash ? undefined : link.hash)
    },
    { signal },
  )
  root.addEventListener('edition:jump', ({ target }) => jump(undefined, target as Element), {
    signal,
  })
}
