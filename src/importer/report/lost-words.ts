/** Compares the words of a source, line by line, with all words that have been made of it. */
import type { ImportPosition } from '../import-position.ts'
import type { Remark } from '../imported-text.ts'
import { question, quoted } from './remark.ts'
import { sourceWords, wordsIn, type SourceLine, type Word } from './source-words.ts'

export type { SourceLine } from './source-words.ts'

/**
 * Questions about words of a source that are not in what was made of it, whatever the reason; one for lines that follow
 * each other. `kept`: all that arrives or is named in the report, in any order.
 */
export function askAboutLostWords(
  source: readonly SourceLine[],
  kept: readonly string[],
): Remark<ImportPosition>[] {
  const left = new Left(kept)
  const words = sourceWords(source)
  const missing = withoutDivided(missingOf(words, left), left)
  return runsOf(inTheirPlaces(missing, words, kept)).map((run) => {
    const shown = quoted(run.map(({ shown }) => shown).join(' '), 200)
    const sentence =
      run.length === 1
        ? `Dieses Wort der Quelle ist im Text nicht zu finden: ${shown}.`
        : `Diese ${run.length} Wörter der Quelle sind im Text nicht zu finden: ${shown}.`
    return question('dropped', source[run[0]!.line]!.at, sentence, { doubt: run.length })
  })
}

/** How often each word is left of those that were kept. */
class Left {
  readonly #counts = new Map<string, number>()

  constructor(kept: readonly string[]) {
    for (const text of kept)
      for (const { word } of wordsIn(text))
        this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1)
  }

  has(word: string): boolean {
    return (this.#counts.get(word) ?? 0) > 0
  }

  take(word: string): boolean {
    if (!this.has(word)) return false
    this.#counts.set(word, this.#counts.get(word)! - 1)
    return true
  }
}

const mostParts = 4

function missingOf(words: readonly Word[], left: Left): Word[] {
  const missing: Word[] = []
  const found = new Set<Word>()
  for (let i = 0; i < words.length;) {
    const parts = [words[i]!]
    while (parts.length < mostParts && parts.at(-1)!.isDivided && words[i + parts.length])
      parts.push(words[i + parts.length]!)
    while (parts.length > 1 && !left.take(parts.map(({ word }) => word).join(''))) parts.pop()
    const [word] = parts
    if (parts.length === 1 && !found.has(word!)) {
      const rest = word!.isDivided ? restOf(words, i, left) : undefined
      if (rest && left.take(word!.word + rest.word)) found.add(rest)
      else if (!left.take(word!.word)) missing.push(word!)
    }
    i += parts.length
  }
  return missing
}

/** The second half of a divided word, behind notes or a running head; not of „Haupt- und Nebenweg“. */
function restOf(words: readonly Word[], index: number, left: Left): Word | undefined {
  const half = words[index]!
  if (/^(?:und|oder|bzw|sowie|bis)$/.test(words[index + 1]?.word ?? '')) return undefined
  return words
    .slice(index + 2, index + 300)
    .find(({ word, isFirst }) => isFirst && left.has(half.word + word))
}

/** Leaves out words of which only the division differs. */
function withoutDivided(missing: readonly Word[], left: Left): Word[] {
  const found = new Set<Word>()
  for (const [i, half] of missing.entries()) {
    if (found.has(half)) continue
    const other = missing
      .slice(i + 1, i + 20)
      .find((one) => !found.has(one) && left.has(half.word + one.word))
    if (other && left.take(half.word + other.word)) found.add(half).add(other)
    else if (isTwoOf(half.word, left)) found.add(half)
  }
  return missing.filter((word) => !found.has(word))
}

function isTwoOf(word: string, left: Left): boolean {
  for (let at = 1; at < Math.min(word.length, 60); at += 1)
    if (left.has(word.slice(0, at)) && left.has(word.slice(at))) return true
  return false
}

/** Of a word that stands in the source more often than in the text, those places whose neighbours did not arrive. */
function inTheirPlaces(
  missing: readonly Word[],
  words: readonly Word[],
  kept: readonly string[],
): Word[] {
  const counts = new Map<string, number>()
  for (const { word } of missing) counts.set(word, (counts.get(word) ?? 0) + 1)
  const pairs = new Set<string>()
  for (const text of kept) {
    let before = ''
    for (const { word } of wordsIn(text)) {
      if (counts.has(word) || counts.has(before)) pairs.add(`${before} ${word}`)
      before = word
    }
  }
  const places = Map.groupBy(
    words.flatMap((one, i) => {
      if (!counts.has(one.word)) return []
      const near = [`${words[i - 1]?.word} ${one.word}`, `${one.word} ${words[i + 1]?.word}`]
      return [{ one, i, known: near.filter((pair) => pairs.has(pair)).length }]
    }),
    ({ one }) => one.word,
  )
  return [...places]
    .flatMap(([word, own]) =>
      own.toSorted((a, b) => a.known - b.known || b.i - a.i).slice(0, counts.get(word)),
    )
    .sort((a, b) => a.i - b.i)
    .map(({ one }) => one)
}

/** Words of lines that follow each other. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last && word.line <= last.at(-1)!.line + 1) last.push(word)
    else runs.push([word])
  }
  return runs
}
