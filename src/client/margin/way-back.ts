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

interface Step extends Stop {
  /** That of the history's entry in which the jump has ended; entries that jumps wrote are numbered upwards. */
  number: number
}

/** After a jump within the page a button, Backspace and Alt+Left lead back to where one was reading. */
export function createWayBack(root: Document, signal: AbortSignal): WayBack {
  const view = root.defaultView!
  const steps: Step[] = []
  /** Steps gone back, which the browser may go forward again. */
  const gone: Step[] = []
  let last = numberOf(view.history.state)
  /** The history's entry in which one is. */
  let here = { number: last, hash: view.location.hash }
  /** Where the entries were read last, by their numbers. */
  const read = new Map<number, number>()
  /** The jump that has not changed the address yet. */
  let leaving: Step | undefined
  const button = root.createElement('button')
  button.type = 'button'
  button.className = 'way-back'
  button.textContent = 'zurück zur Lesestelle'
  button.hidden = true
  root.body.append(button)

  const offer = () => {
    const step = steps.at(-1)
    button.hidden = !step || Math.abs(view.scrollY - step.top) < view.innerHeight / 4
  }
  /** A jump within sight needs no way back. */
  const settle = (step: Step) =>
    setTimeout(() => {
      offer()
      if (button.hidden && steps.at(-1) === step) steps.pop()
    }, 100)
  const write = (number: number) => {
    here = { number, hash: view.location.hash }
    view.history.replaceState({ ...view.history.state, [key]: number }, '')
  }
  const noteTop = () => {
    if (!leaving) read.set(here.number, view.scrollY)
  }
  /** Whether the jump that was under way has ended. */
  const endJump = () => {
    if (!leaving || view.location.hash !== leaving.entry) return false
    write(leaving.number)
    settle(leaving)
    leaving = undefined
    noteTop()
    return true
  }
  const depart: WayBack['depart'] = (stop, place) => {
    const step = { ...stop, number: stop.entry ? ++last : here.number }
    steps.push(step)
    if (step.entry) {
      gone.length = 0
      leaving = step
      endJump()
      return
    }
    place?.scrollIntoView({ block: 'center', behavior: 'instant' })
    if (place) flash(place)
    settle(step)
  }
  const goTo = (top: number) => {
    view.scrollTo({ top, behavior: 'instant' })
    noteTop()
  }
  const arrive = (step: Step) => {
    goTo(step.top)
    step.focus?.focus({ preventScroll: true })
    if (step.focus && step.focus !== root.body) flash(step.focus)
    offer()
  }
  const back = () => {
    const step = steps.at(-1)
    if (!step) return false
    // The browser's own entry is given back; `popstate` then finishes the way.
    if (step.entry) view.history.back()
    else arrive(steps.pop()!)
    return true
  }

  view.addEventListener(
    'popstate',
    ({ state }) => {
      // It comes with the jump itself as well.
      if (endJump()) return
      leaving = undefined
      // A link to where one is writes the entry anew, without its number.
      if (view.location.hash === here.hash) return write(here.number)
      const number = numberOf(state)
      const top = read.get(number)
      here = { number, hash: view.location.hash }
      let to: Step | undefined
      while (steps.length > 0 && steps.at(-1)!.number > number) gone.push((to = steps.pop()!))
      while (gone.length > 0 && gone.at(-1)!.number <= number) steps.push(gone.pop()!)
      setTimeout(() => {
        if (to) return arrive(to)
        // Left in haste, an entry is given back by Chromium where the next one was.
        if (top !== undefined) goTo(top)
        offer()
      })
    },
    { signal },
  )
  view.addEventListener('hashchange', endJump, { signal })
  view.addEventListener('scroll', noteTop, { signal, passive: true })
  root.addEventListener(
    'keydown',
    (event) => {
      const typing = (event.target as Element).closest?.(
        'input, textarea, select, [contenteditable]',
      )
      const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      const left = event.key === 'ArrowLeft' && event.altKey && !steps.at(-1)?.entry
      if (typing || !((event.key === 'Backspace' && plain) || left)) return
      if (back()) event.preventDefault()
    },
    { signal },
  )
  button.addEventListener('click', back, { signal })
  signal.addEventListener('abort', () => button.remove())
  return { depart }
}

const key = 'edition:weg'

function numberOf(state: unknown): number {
  const number = (state as Record<string, unknown> | null)?.[key]
  return typeof number === 'number' ? number : 0
}
