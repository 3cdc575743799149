import { labelOfNumber } from './page-labels.ts'
import type { Element, ScanPassage, ScanRemark } from './scan.ts'
import { quoted, remark } from '../../report/remark.ts'

/** A remark on the beginning of every printed page. */
export function pageRemarks(
  elements: readonly Element[],
  numbers: ReadonlyMap<number, number | null>,
): ScanRemark[] {
  return elements.flatMap(({ content }) =>
    content.points
      .filter((point) => point.kind === 'page')
      .map(({ page, index }) => {
        const printed = numbers.get(page) ?? null
        const number =
          printed === null ? `Seite ${page + 1} des Scans` : `S. ${labelOfNumber(printed)}`
        const offset = content.at[index] ?? 0
        return remark('pages', offset, `${number} beginnt ${whereIn(content, index)}.`)
      }),
  )
}

const longestWord = 100

function whereIn({ text }: ScanPassage, index: number): string {
  if (index === 0) return `mit ${quoted(text, 30)}`
  const before = /\S*\s?$/.exec(text.slice(Math.max(0, index - longestWord), index))![0]
  const after = /^\S*/.exec(text.slice(index, index + longestWord))![0]
  return `nach ${quoted(before)} vor ${quoted(after)}`
}
