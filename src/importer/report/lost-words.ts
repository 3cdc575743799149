import type { Remark } from '../imported-text.ts'
import { question, quoted } from './remark.ts'

/**
 * Questions about words of a source that are not in what was made of it, whatever the reason; at most one for each
 * line. `kept`: all that arrives or is named in the report, in any order.
 */
export function askAboutLostWords(source: string, kept: Iterable<string>): Remark<number>[] {
  const counts = new Map<string, number>()
  for (const text of kept)
    for (const { word } of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const take = (word: string): boolean => {
    const count = counts.get(word) ?? 0
    if (count > 0) counts.set(word, count - 1)
    return count > 0
  }
  const words = wordsIn(source)
  const missing: Word[] = []
  for (let i = 0; i < words.length; i += 1) {
    const [one, next] = [words[i]!, words[i + 1]]
    const isDivided = next && /^[-¬]\s+$/.test(source.slice(one.end, next.offset))
    if (isDivided && take(one.word + next.word)) i += 1
    else if (!take(one.word)) missing.push(one)
  }
  const lost = withoutDivided(missing, counts)
  const lines = Map.groupBy(lost, ({ offset }) => source.lastIndexOf('\n', offset))
  return [...lines.values()].map((own) => {
    const sentence = `Diese Wörter der Quelle sind im Text nicht zu finden: ${quoted(own.map(({ word }) => word).join(' '), 200)}.`
    return question('dropped', own[0]!.offset, sentence)
  })
}

interface Word {
  word: string
  offset: number
  end: number
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{Nd}\p{M}\u00AD]+/gu)].flatMap(({ index, 0: whole }) => {
    const word = whole.replaceAll('\u00AD', '').toLowerCase()
    return word ? [{ word, offset: index, end: index + whole.length }] : []
  })
}

/** Leaves out the two halves of words that are divided by a page break, with notes or a running head between them. */
function withoutDivided(missing: readonly Word[], left: ReadonlyMap<string, number>): Word[] {
  const more = new Set([...left].flatMap(([word, count]) => (count > 0 ? [word] : [])))
  const found = new Set<Word>()
  for (const [i, half] of missing.entries()) {
    if (found.has(half)) continue
    const other = missing.slice(i + 1, i + 20).find(({ word }) => more.has(half.word + word))
    if (other) found.add(half).add(other)
  }
  return missing.filter((word) => !found.has(word))
}
