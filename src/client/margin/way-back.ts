import { isField } from '../platform/typing.ts'
import { wayBackKey } from '../../contract/storage-keys.ts'
import { centre, flash } from '../platform/focus.ts'

/** Where the reader was when a jump began. */
export interface Origin {
  top: number
  focus: HTMLElement | null
  /** Fragment of the history entry that the jump adds; undefined if it adds none. */
  entry: string | undefined
}

export interface WayBack {
  /** Records a jump that begins at `origin`. A jump by script leads to `target`. */
  depart: (origin: Origin, target?: Element) => void
}

interface Step extends Origin {
  /** Number of the history entry after the jump; entries made by jumps are numbered in order. */
  number: number
}

/** After a jump within the page a button, Backspace and Alt+Left lead back to where the reader was. */
export function createWayBack(root: Document, signal: AbortSignal): WayBack {
  const view = root.defaultView!
  const steps: Step[] = []
  /** Steps taken back, for when the browser goes forward again. */
  const gone: Step[] = []
  let last = numberOf(view.history.state)
  /** The current history entry. */
  let here = { number: last, hash: view.location.hash }
  /** Number of a history entry → scroll position at which it was left. */
  const read = new Map<number, number>()
  /** A jump that has not changed the address yet. */
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
  /** Drops the step again if the jump has hardly moved the page. */
  const settle = (step: Step) =>
    setTimeout(() => {
      offer()
      if (button.hidden && steps.at(-1) === step) steps.pop()
    }, 100)
  const write = (number: number) => {
    here = { number, hash: view.location.hash }
    view.history.replaceState({ ...view.history.state, [wayBackKey]: number }, '')
  }
  const noteTop = () => {
    if (!leaving) read.set(here.number, view.scrollY)
  }
  /** Ends the pending jump if the address now has its fragment; returns whether it did. */
  const endJump = () => {
    if (!leaving || view.location.hash !== leaving.entry) return false
    write(leaving.number)
    settle(leaving)
    leaving = undefined
    noteTop()
    return true
  }
  const depart: WayBack['depart'] = (origin, target) => {
    const step = { ...origin, number: origin.entry ? ++last : here.number }
    steps.push(step)
    if (step.entry) {
      gone.length = 0
      leaving = step
      endJump()
      return
    }
    if (target) centre(target)
    if (target) flash(target)
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
    // Goes back in the browser's history; the `popstate` handler does the rest.
    if (step.entry) view.history.back()
    else arrive(steps.pop()!)
    return true
  }

  view.addEventListener(
    'popstate',
    ({ state }) => {
      // `popstate` is fired for the jump itself too.
      if (endJump()) return
      leaving = undefined
      // A link to the current fragment replaces the entry's state, so its number is written again.
      if (view.location.hash === here.hash) return write(here.number)
      const number = numberOf(state)
      const top = read.get(number)
      here = { number, hash: view.location.hash }
      let to: Step | undefined
      while (steps.length > 0 && steps.at(-1)!.number > number) gone.push((to = steps.pop()!))
      while (gone.length > 0 && gone.at(-1)!.number <= number) steps.push(gone.pop()!)
      setTimeout(() => {
        if (to) return arrive(to)
        // If an entry was left quickly, Chromium restores it at the scroll position of the next one.
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
      const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      const left = event.key === 'ArrowLeft' && event.altKey && !steps.at(-1)?.entry
      if (isField(event.target) || !((event.key === 'Backspace' && plain) || left)) return
      if (back()) event.preventDefault()
    },
    { signal },
  )
  button.addEventListener('click', back, { signal })
  signal.addEventListener('abort', () => button.remove())
  return { depart }
}

function numberOf(state: unknown): number {
  const number = (state as Record<string, unknown> | null)?.[wayBackKey]
  return typeof number === 'number' ? number : 0
}
