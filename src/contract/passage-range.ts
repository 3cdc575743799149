/** What stands in a text one after another: headings, numbered blocks, and blocks without a number. */
export type Item = 'heading' | 'numbered' | 'other'

/**
 * The items of the passage from one numbered item to another, as indices (inclusive). A block without a number, such as
 * a figure, a list or a table, belongs to the paragraph before it; right below a heading, to the paragraph after it. The
 * passage of all paragraphs is all of the text.
 */
export function passageRange(
  items: readonly Item[],
  first: number,
  last: number,
): [start: number, end: number] {
  if (items.indexOf('numbered') === first && items.lastIndexOf('numbered') === last)
    return [0, items.length - 1]
  const before = items.slice(0, first)
  const above = before.findLastIndex((item) => item !== 'other')
  const start = above < 0 || items[above] === 'heading' ? above + 1 : first
  const behind = items.slice(last + 1).findIndex((item) => item !== 'other')
  return [start, behind < 0 ? items.length - 1 : last + behind]
}
