import { copyClean } from '../citing/copying.ts'
import { currentIndex, textHere } from '../reading-place/here.ts'
import { outlineOf } from '../reading-place/page-outline.ts'
import { showBar } from './bar.ts'
import { selectionOf, wholeOf, type Passage } from '../text-on-page/passage.ts'

const cleaned = new WeakSet<Document>()

/** Opens the bar for selected words. From the first selection on, copying leaves out calls and numbers. */
export function openForSelection(root: Document, signal: AbortSignal): void {
  if (!cleaned.has(root))
    root.addEventListener('copy', (event) => copyClean(root, event), { signal })
  cleaned.add(root)
  if (root.querySelector('dialog[open]')) return
  const selected = selectionOf(root)
  if (selected) showBar(root, selected.passage, selected.range)
}

/** Opens the bar for a whole paragraph, by its id on the page. */
export function openFor(root: Document, id: string): void {
  const element = root.getElementById(id)
  const passage = element && wholeOf(element)
  if (passage) showBar(root, passage, element)
}

/** Opens and focuses the bar for the selection, else for the current paragraph. */
export function openByKey(root: Document): void {
  const selected = selectionOf(root)
  const here = selected ? null : paragraphHere(root)
  const passage = selected?.passage ?? (here && wholeOf(here))
  const beside = selected?.range ?? here
  if (passage && beside) showBar(root, passage, beside).querySelector('button')?.focus()
}

/** The passage that keys act on: the selection, else the current paragraph. */
export function passageHere(root: Document): Passage | null {
  const here = paragraphHere(root)
  return selectionOf(root)?.passage ?? (here && wholeOf(here))
}

function paragraphHere(root: Document): HTMLElement | null {
  const article = textHere(root)
  const outline = article && outlineOf(article)
  return outline?.elements[Math.max(0, currentIndex(root, outline))] ?? null
}
