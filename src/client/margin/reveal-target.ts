import { centre, flash } from '../platform/focus.ts'
import { isNewVisit } from '../platform/new-visit.ts'
import { noteSelector, targetOf } from './entries.ts'

/** Opens the note or gloss that holds an element; whether it was closed or folded. */
export type Reveal = (target: Element) => Promise<boolean>

/** Opens, scrolls to and marks what the fragment of the address names. `arriving`: the page has just been opened. */
export async function revealTarget(
  root: Document,
  reveals: readonly Reveal[],
  signal: AbortSignal,
  arriving = false,
): Promise<void> {
  // No decoding: ids are ASCII.
  const target = root.getElementById(root.location.hash.slice(1))
  if (!target) return (await import('../go-to/notice.ts')).announceMissing(root)
  const opened = await Promise.all(reveals.map((reveal) => reveal(target)))
  // On reload and on going back the browser restores the scroll position itself.
  if (arriving && !isNewVisit()) return
  const shown = visibleFor(target)
  // The browser may have scrolled there before the entry was placed, unfolded or opened.
  const mayHaveMoved = (arriving && target.matches(noteSelector)) || opened.some(Boolean)
  if (mayHaveMoved || shown !== target) centre(shown)
  flash(shown)
  // The setting for glosses may be applied later than the margin is arranged.
  const again = () => visibleFor(target) !== target && revealTarget(root, reveals, signal)
  if (arriving && shown === target)
    root.addEventListener('edition:layout', again, { signal, once: true })
}

/** The target; for a gloss that is switched off, its word in the text. */
function visibleFor(target: HTMLElement): HTMLElement {
  const back = target.matches('.gloss[data-off]') && target.querySelector('.gloss-back')
  return (back && target.ownerDocument.getElementById(targetOf(back))) || target
}
