import { move, type Entry } from './entries.ts'
import { fold, unfold } from './fold.ts'
import { bandsIn, heightOf, measure, type Measured, type Sizes } from './measure.ts'
import { place, type Column } from './placement.ts'
import { chooseFolds } from './policy.ts'

export interface Placed extends Measured {
  top: number
}

export interface Memory {
  /** Columns and type on which heights depend; when it changes, glosses are unfolded and measured again. */
  key: string
  /** Unfolded heights of folded entries. */
  whole: WeakMap<HTMLElement, number>
  /** Entries that the reader has unfolded; they are not folded again. */
  opened: WeakSet<HTMLElement>
}

/**
 * Places the entries beside the text. Reads all sizes before it writes, so it forces one layout; a second one where
 * something unfolds or a gloss folds, since those heights are not known in advance.
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

/** The computed styles on which the height of a note depends. */
function typeOf(element: HTMLElement): string {
  const style = getComputedStyle(element)
  const { width, fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing } = style
  return [width, fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing].join(' ')
}

/** Folds and unfolds entries and corrects their heights. */
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
      // A folded note clips its text, so its scroll height is its unfolded height.
      else if (item.kind === 'note') whole.set(item.element, item.element.scrollHeight)
      const height = whole.get(item.element) ?? item.height
      const least = folded[item.kind]
      // Folding is not worth a button where it saves only a line or two.
      const worth = !opened.has(item.element) && height > 1.25 * least
      return { ...item, height, folded: worth ? least : height }
    }),
    column,
    limit,
  )
  return items.filter((_, i) => folds[i])
}
