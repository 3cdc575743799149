import { move, type Entry } from './entries.ts'
import { fold, unfold } from './fold.ts'
import { bandsIn, heightOf, measure, type Measured, type Sizes } from './measure.ts'
import { place, type Column } from './placement.ts'
import { chooseFolds } from './policy.ts'

export interface Placed extends Measured {
  top: number
}

export interface Memory {
  /** What heights depend on; when it changes, glosses are unfolded to be measured anew. */
  key: string
  /** Whole heights of what is folded. */
  whole: WeakMap<HTMLElement, number>
  /** What the reader has unfolded stays whole. */
  opened: WeakSet<HTMLElement>
}

/**
 * Sets the entries beside the text: all reading before all writing, one forced layout. A second one only where
 * something unfolds or a gloss folds, since their heights are not known before; those of folded notes are.
 */
export function setBeside(
  article: HTMLElement,
  entries: readonly Entry[],
  columns: number,
  sizes: Sizes,
  memory: Memory,
): Placed[] {
  const key = `${columns} ${entries[0] ? typeOf(entries[0].element) : ''}`
  if (key !== memory.key)
    for (const { element, kind } of entries) if (kind === 'gloss') unfold(element)
  memory.key = key
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

  refold(
    measured,
    new Set(stacks.flatMap(({ items, column }) => chosen(items, column, sizes, memory))),
    sizes,
  )
  const placed = stacks.flatMap(({ items, column }) => {
    const tops = place(items, column)
    return items.map((item, i) => ({ ...item, top: tops[i]! }))
  })
  for (const { element, top } of placed) move(element, top)
  const excess = Math.max(0, ...placed.map(({ top, height }) => top + height)) - height
  article.style.paddingBottom = excess > 0 ? `${Math.ceil(excess)}px` : ''
  return placed
}

/** What decides how high a note is, besides its words and the fonts that are there. */
function typeOf(element: HTMLElement): string {
  const style = getComputedStyle(element)
  const { width, fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing } = style
  return [width, fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing].join(' ')
}

/** Folds and unfolds what is to change, and corrects the heights. */
function refold(items: readonly Measured[], folding: ReadonlySet<Measured>, sizes: Sizes): void {
  const unknown: Measured[] = []
  for (const item of items) {
    const { element, kind } = item
    const was = element.hasAttribute('data-folded')
    const will = folding.has(item)
    if (was === will) continue
    if (will) fold(element)
    else unfold(element)
    if (will && kind === 'note') item.height = sizes.folded.note
    else unknown.push(item)
  }
  for (const item of unknown) item.height = heightOf(item.element)
}

function chosen(
  items: readonly Measured[],
  column: Column,
  { limit, folded }: Sizes,
  { whole, opened }: Memory,
): Measured[] {
  const folds = chooseFolds(
    items.map((item) => {
      if (!item.element.hasAttribute('data-folded')) whole.set(item.element, item.height)
      // What a folded note has to scroll tells how high it is.
      else if (item.kind === 'note') whole.set(item.element, item.element.scrollHeight)
      const height = whole.get(item.element) ?? item.height
      const least = folded[item.kind]
      // What would save less than a line or two is not worth a button.
      const worth = !opened.has(item.element) && height > 1.25 * least
      return { ...item, height, folded: worth ? least : height }
    }),
    column,
    limit,
  )
  return items.filter((_, i) => folds[i])
}
