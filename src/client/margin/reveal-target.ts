import { isNewVisit } from '../platform/new-visit.ts'
import { noteSelector, targetOf } from './entries.ts'
import { flash } from './flash.ts'

export type Reveal = (target: Element) => Promise<boolean>

/** Leads to what the address names. `arriving`: the page has just been opened. */
export async function reach(
  root: Document,
  reveals: readonly Reveal[],
  signal: AbortSignal,
  arriving = false,
): Promise<void> {
  // Ids are of ASCII alone.
  const target = root.getElementById(root.location.hash.slice(1))
  if (!target) return (await import('../go-to/missing.ts')).tellMissing(root)
  const opened = await Promise.all(reveals.map((reveal) => reveal(target)))
  // The browser puts a page that is loaded again, or gone back to, where it was left.
  if (arriving && !isNewVisit()) return
  const place = standsFor(target)
  // Placed, unfolded or opened after the browser has been there, it may stand elsewhere.
  const mayStandElsewhere = (arriving && target.matches(noteSelector)) || opened.some(Boolean)
  if (mayStandElsewhere || place !== target) place.scrollIntoView({ block: 'center' })
  flash(place)
  // The dose may come later than the margin.
  const again = () => standsFor(target) !== target && reach(root, reveals, signal)
  if (arriving && place === target)
    root.addEventListener('edition:layout', again, { signal, once: true })
}

/** Instead of a gloss that is put away its word. */
function standsFor(target: HTMLElement): HTMLElement {
  const back = target.matches('.gloss[data-off]') && target.querySelector('.gloss-back')
  return (back && target.ownerDocument.getElementById(targetOf(back))) || target
}
