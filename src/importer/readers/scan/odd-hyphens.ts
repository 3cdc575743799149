import type { Vocabulary } from '../divided-words.ts'
import type { Element, ScanNote, ScanRemark } from './scan.ts'
import { coveredBy } from '../../ranges.ts'
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
  const twins = twinsIn(vocabulary)
  return passages.flatMap(({ text, at, marks }) => {
    const isLinked = coveredBy(marks.filter(({ kind }) => kind === 'link'))
    return [...text.matchAll(/(?<![\p{L}-])(\p{L}{3,})-(\p{Ll}{3,})(?![\p{L}-])/gu)]
      .filter(({ index }) => !isLinked(index))
      .flatMap(({ index, 0: word, 1: left, 2: right }) => {
        const twin = twinOf(`${left}${right}`.toLowerCase(), twins)
        if (!twin) return []
        const sentence = `${quoted(word)} blieb, obwohl es auch ${quoted(twin)} gibt: ein Trennstrich des Drucks?`
        return [question('hyphens', at[index]!, sentence)]
      })
  })
}

/** The shortest stem by which a word is found again. */
const shortestStem = 6

/** Each word by its stems: with up to four letters of an ending taken away. */
function twinsIn(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const twins = new Map<string, string>()
  for (const word of vocabulary.keys())
    for (let length = word.length; length >= Math.max(shortestStem, word.length - 4); length -= 1) {
      const stem = word.slice(0, length)
      if (!twins.has(stem)) twins.set(stem, word)
    }
  return twins
}

/** The same word without hyphen, possibly with another ending. */
const twinOf = (joined: string, twins: ReadonlyMap<string, string>): string | undefined =>
  joined.length < shortestStem + 2 ? undefined : twins.get(joined.slice(0, -2))
