/** Marks a place for a moment. */
export function flash(element: Element): void {
  element.setAttribute('data-reached', '')
  setTimeout(() => element.removeAttribute('data-reached'), 2500)
}

interface Stop {
  top: number
  focus: HTMLElement | null
  /** Fragment that the jump wrote into the history; none where it wrote nothing. */
  entry: string | undefined
}

/**
 * After a jump within the page: the place reached is marked, and a button, Backspace and Alt+Left lead back to where
 * one was reading. A script that wants to jump dispatches `edition:jump` at the place.
 */
export function keepWayBack(root: Document, signal: AbortSignal): void {
  const { defaultView: view } = root
  const stops: Stop[] = []
  const button = root.createElement('button')
  button.type = 'button'
  button.className = 'way-back'
  button.textContent = 'zurück zur Lesestelle'
  button.hidden = true
  root.body.append(button)

  const offer = () => {
    const stop = stops.at(-1)
    button.hidden = !stop || Math.abs(view!.scrollY - stop.top) < view!.innerHeight / 4
  }
  const depart = (entry?: string) => {
    stops.push({ top: view!.scrollY, focus: root.activeElement as HTMLElement | null, entry })
    // The browser jumps after this event; a jump within sight needs no way back.
    setTimeout(() => {
      offer()
      if (button.hidden) stops.pop()
    }, 100)
  }
  const arrive = (stop: Stop) => {
    view!.scrollTo({ top: stop.top, behavior: 'instant' })
    stop.focus?.focus({ preventScroll: true })
    if (stop.focus && stop.focus !== root.body) flash(stop.focus)
    offer()
  }
  const back = () => {
    const stop = stops.at(-1)
    if (!stop) return false
    // The browser's own entry is given back; `popstate` then finishes the way.
    if (stop.entry) view!.history.back()
    else arrive(stops.pop()!)
    return true
  }

  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a')
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
        return
      if (!link.hash || link.href.split('#')[0] !== view!.location.href.split('#')[0]) return
      depart(link.hash === view!.location.hash ? undefined : link.hash)
    },
    { signal },
  )
  root.addEventListener(
    'edition:jump',
    ({ target }) => {
      depart()
      const place = target as Element
      place.scrollIntoView({ block: 'center', behavior: 'instant' })
      flash(place)
    },
    { signal },
  )
  view!.addEventListener(
    'popstate',
    () => {
      const stop = stops.at(-1)
      // It comes with the jump itself as well.
      if (stop?.entry && view!.location.hash !== stop.entry) {
        stops.pop()
        setTimeout(() => arrive(stop))
      }
    },
    { signal },
  )
  root.addEventListener(
    'keydown',
    (event) => {
      const typing = (event.target as Element).closest?.(
        'input, textarea, select, [contenteditable]',
      )
      const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      const left = event.key === 'ArrowLeft' && event.altKey && !stops.at(-1)?.entry
      if (typing || !((event.key === 'Backspace' && plain) || left)) return
      if (back()) event.preventDefault()
    },
    { signal },
  )
  button.addEventListener('click', back, { signal })
  signal.addEventListener('abort', () => button.remove())
}
