import { flash } from './flash.ts'

/** Where one was when a jump began. */
export interface Stop {
  top: number
  focus: HTMLElement | null
  /** Fragment that the jump wrote into the history; none where it wrote nothing. */
  entry: string | undefined
}

export interface WayBack {
  /** A jump has begun at `stop`; where a script jumps, it leads to `place`. */
  depart: (stop: Stop, place?: Element) => void
}

/** After a jump within the page a button, Backspace and Alt+Left lead back to where one was reading. */
export function createWayBack(root: Document, signal: AbortSignal): WayBack {
  const view = root.defaultView!
  const stops: Stop[] = []
  /** Ways gone back, which the browser may go forward again. */
  const gone: Stop[] = []
  const button = root.createElement('button')
  button.type = 'button'
  button.className = 'way-back'
  button.textContent = 'zurück zur Lesestelle'
  button.hidden = true
  root.body.append(button)

  const offer = () => {
    const stop = stops.at(-1)
    button.hidden = !stop || Math.abs(view.scrollY - stop.top) < view.innerHeight / 4
  }
  const depart: WayBack['depart'] = (stop, place) => {
    stops.push(stop)
    if (stop.entry) gone.length = 0
    place?.scrollIntoView({ block: 'center', behavior: 'instant' })
    if (place) flash(place)
    // The browser jumps after the event that told of it; a jump within sight needs no way back.
    setTimeout(() => {
      offer()
      if (button.hidden) stops.pop()
    }, 100)
  }
  const arrive = (stop: Stop) => {
    view.scrollTo({ top: stop.top, behavior: 'instant' })
    stop.focus?.focus({ preventScroll: true })
    if (stop.focus && stop.focus !== root.body) flash(stop.focus)
    offer()
  }
  const back = () => {
    const stop = stops.at(-1)
    if (!stop) return false
    // The browser's own entry is given back; `popstate` then finishes the way.
    if (stop.entry) view.history.back()
    else arrive(stops.pop()!)
    return true
  }

  view.addEventListener(
    'popstate',
    () => {
      const stop = stops.at(-1)
      // It comes with the jump itself as well.
      if (stop?.entry && view.location.hash !== stop.entry) {
        stops.pop()
        gone.push(stop)
        setTimeout(() => arrive(stop))
      } else if (gone.length > 0 && gone.at(-1)!.entry === view.location.hash) {
        stops.push(gone.pop()!)
        setTimeout(offer, 100)
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
  return { depart }
}
