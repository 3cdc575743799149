import type { Entry } from './entries.ts'
import { fold, unfold } from './fold.ts'
import { bandsIn, measure, type Measured, type Sizes } from './measure.ts'
import { place, type Column } from './placement.ts'
import { chooseFolds } from './policy.ts'

export interface Placed extends Measured {
  top: number
}

/**
 * Sets the entries beside the text: all reading before all writing, one forced layout; a second, of the folded
 * ones only, where something folds. `opened`: what the reader has unfolded stays whole. `extra`: pixels that the
 * text was lengthened by last time.
 */
export function setBeside(
  article: HTMLElement,
  entries: readonly Entry[],
  columns: number,
  sizes: Sizes,
  opened: WeakSet<HTMLElement>,
): Placed[] {
  for (const { element } of entries) unfold(element)
  const measured = measure(article, entries, sizes)
  const height = article.clientHeight - parseFloat(article.style.paddingBottom || '0')
  const groups =
    columns === 2
      ? [
          measured.filter(({ kind }) => kind === 'gloss'),
          measured.filter(({ kind }) => kind === 'note'),
        ]
      : [measured]
  const stacks = groups.flatMap((items) => {
    const [first] = items
    if (!first) return []
    const bands = bandsIn(article, first.left, first.right)
    return [{ items, column: { gap: sizes.gap, top: 0, bottom: height, bands } }]
  })

  const folding = stacks.flatMap(({ items, column }) => chosen(items, column, sizes, opened))
  for (const { element } of folding) fold(element)
  for (const item of folding) item.height = Math.ceil(item.element.getBoundingClientRect().height)

  const placed = stacks.flatMap(({ items, column }) => {
    const tops = place(items, column)
    return items.map((item, i) => ({ ...item, top: tops[i]! }))
  })
  for (const { element, top } of placed) move(element, top)
  const excess = Math.max(0, ...placed.map(({ top, height }) => top + height)) - height
  article.style.paddingBottom = excess > 0 ? `${Math.ceil(excess)}px` : ''
  return placed
}

function chosen(
  items: readonly Measured[],
  column: Column,
  { limit, folded }: Sizes,
  opened: WeakSet<HTMLElement>,
): Measured[] {
  const folds = chooseFolds(
    items.map((item) => {
      const least = folded[item.kind]
      // What would save less than two lines is not worth a button.
      const worth = !opened.has(item.element) && item.height > 1.25 * least
      return { ...item, folded: worth ? least : item.height }
    }),
    column,
    limit,
  )
  return items.filter((_, i) => folds[i])
}

/** By transform: what is moved so shifts nothing and asks for no layout. */
export function move(element: HTMLElement, top: number): void {
  const transform = `translateY(${top}px)`
  if (element.style.transform !== transform) element.style.transform = transform
}
