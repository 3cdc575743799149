import type { Vocabulary } from './dehyphenate.ts'
import type { Element, ScanNote, ScanRemark } from './scan.ts'
import { quoted, question } from '../../report/remark.ts'

/** Questions about words such as „Dis-course“ that also occur without hyphen: perhaps wrongly divided words. */
export function oddHyphens(
  elements: readonly Element[],
  notes: readonly ScanNote[],
  vocabulary: Vocabulary,
): ScanRemark[] {
  const passages = [
    ...elements.map(({ content }) => content),
    ...notes.flatMap(({ paragraphs }) => paragraphs),
  ]
  return passages.flatMap(({ text, at, marks }) =>
    [...text.matchAll(/(?<![\p{L}-])(\p{L}{3,})-(\p{Ll}{3,})(?![\p{L}-])/gu)]
      .filter(({ index }) => !marks.some((mark) => mark.kind === 'link' && covers(mark, index)))
      .flatMap(({ index, 0: word, 1: left, 2: right }) => {
        const twin = twinOf(`${left}${right}`.toLowerCase(), vocabulary)
        if (!twin) return []
        const sentence = `${quoted(word)} blieb, obwohl es auch ${quoted(twin)} gibt: ein Trennstrich des Drucks?`
        return [question('hyphens', at[index]!, sentence)]
      }),
  )
}

const covers = ({ from, to }: { from: number; to: number }, index: number) =>
  from <= index && index < to

/** The same word without hyphen, possibly with another ending. */
function twinOf(joined: string, vocabulary: Vocabulary): string | undefined {
  if (joined.length < 8) return undefined
  const stem = joined.slice(0, -2)
  return [...vocabulary.keys()].find(
    (word) => word.startsWith(stem) && Math.abs(word.length - joined.length) <= 2,
  )
}
