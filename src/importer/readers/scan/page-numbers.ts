import type { PageStart } from './page-furniture.ts'
import type { Element, ScanRemark } from './scan.ts'
import { labelOfNumber } from './page-labels.ts'
import { question } from '../../report/remark.ts'

/** Number of each printed page as read from running heads, else as counted; null: unknown. */
export function pageNumbers(
  elements: readonly Element[],
  starts: readonly PageStart[],
  firstPage: number | null,
): { value: Map<number, number | null>; remarks: ScanRemark[] } {
  const value = new Map<number, number | null>()
  const remarks: ScanRemark[] = []
  const points = elements.flatMap(({ content }) =>
    content.points.flatMap((point) =>
      point.kind === 'page' ? [{ page: point.page, offset: content.at[point.index] ?? 0 }] : [],
    ),
  )
  if (starts.length === 0) {
    for (const { page } of points) value.set(page, firstPage === null ? null : firstPage + page)
    return { value, remarks }
  }
  let next = 0
  let last: number | null = null
  for (const { page, offset } of points) {
    let read: number | null = null
    for (; next < starts.length && starts[next]!.offset <= offset; next += 1)
      read = starts[next]!.number
    // A page without a number is counted if the next number leaves room for it.
    const room = last !== null && (starts[next]?.number ?? Infinity) > last + 1
    value.set(page, read ?? (room ? last! + 1 : null))
    last = value.get(page) ?? last
  }
  const [first] = points
  const printed = first && value.get(first.page)
  if (firstPage !== null && first && printed !== firstPage && printed != null) {
    const sentence = `Nach den Kolumnentiteln beginnt der Text auf S. ${labelOfNumber(printed)}, nach --first-page auf S. ${firstPage}; es gelten die Kolumnentitel.`
    remarks.push(question('pages', first.offset, sentence))
  }
  return { value, remarks }
}
