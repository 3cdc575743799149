/** Proof that the words of every line of the file arrive: in the text, in a note, or named as dropped. */
import type { Passage, Remark } from '../../imported-text.ts'
import { question, quoted } from '../../report/remark.ts'
import { placeOf, textOf, type Page } from './page-model.ts'

/** A line of the file. */
export type LineKey = string

export const keyOf = ({ page, number }: { page: number; number: number }): LineKey =>
  `${page} ${number}`

/** Questions about lines of which letters are missing. `named`: lines that other remarks name. */
export function askAboutMissing(
  pages: readonly Page[],
  passages: readonly Passage[],
  named: ReadonlySet<LineKey>,
): Remark[] {
  const arrived = lettersByLine(passages)
  return pages.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const key = keyOf(line)
      if (named.has(key)) return []
      const text = textOf(line)
      // The mark of an item of a list has one letter or a few.
      const expected = letters(text) - letters(/^\s*\(?[a-z]{1,4}[.)]/.exec(text)?.[0] ?? '')
      if ((arrived.get(key) ?? 0) >= expected) return []
      return [
        question('dropped', placeOf(line), `Nicht vollständig übernommen: ${quoted(text, 200)}.`),
      ]
    }),
  )
}

function lettersByLine(passages: readonly Passage[]): Map<LineKey, number> {
  const counts = new Map<LineKey, number>()
  for (const { text, positions } of passages)
    for (const [i, { index, at }] of positions.entries()) {
      if (at.kind !== 'page') continue
      const key = keyOf({ page: at.page, number: at.line })
      const words = text.slice(index, positions[i + 1]?.index)
      counts.set(key, (counts.get(key) ?? 0) + letters(words))
    }
  return counts
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
