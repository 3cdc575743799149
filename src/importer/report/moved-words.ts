/** Compares the order of the words of a source with that of the text made of it. */
import type { ImportPosition } from '../import-position.ts'
import { passagesOf, type ImportedText, type Remark } from '../imported-text.ts'
import { longestRise } from './longest-rise.ts'
import { question, quoted } from './remark.ts'
import { sourceWords, wordsIn, type SourceLine, type Word } from './source-words.ts'

type TextWord = Pick<Word, 'word' | 'shown'>

/** Words in order; each passage apart. */
type Stream = readonly (readonly TextWord[])[]

/** Words of a passage that stand in the source at one place only. */
interface Anchor {
  passage: number
  /** Index of the first word in its passage. */
  word: number
  length: number
  /** It is a whole passage, and a whole line of the source. */
  isWhole: boolean
  /** Index of the first word in the source. */
  source: number
}

/**
 * Questions about words that stand in another order than in the source. Notes may stand anywhere in it, so that their
 * order is compared apart from that of the running text; `notesInOrder`: it is known only by the order of the source,
 * not by links.
 */
export function askAboutMovedWords(
  source: readonly SourceLine[],
  text: ImportedText,
  notesInOrder: boolean,
): Remark<ImportPosition>[] {
  const wordsOf = (blocks: ImportedText['blocks']): Stream =>
    passagesOf(blocks).map((passage) => [...wordsIn(passage.text)])
  const notes = text.notes.map((note) => wordsOf(note.blocks))
  const streams = [wordsOf(text.blocks), ...(notesInOrder ? [notes.flat()] : notes)]
  const words = sourceWords(source)
  return anchorsOf(streams, words).flatMap((anchors, i) =>
    movedRuns(anchors).map((run) => ask(run, streams[i]!, words, source)),
  )
}

function ask(
  run: readonly Anchor[],
  stream: Stream,
  words: readonly Word[],
  source: readonly SourceLine[],
): Remark<ImportPosition> {
  const first = run[0]!
  const last = run.at(-1)!
  const moved = stream.slice(first.passage, last.passage + 1).flatMap((passage, i, passages) => {
    const end = i === passages.length - 1 ? last.word + last.length : passage.length
    return passage.slice(i === 0 ? first.word : 0, end)
  })
  const before = [
    ...stream.slice(Math.max(0, first.passage - shownBefore), first.passage).flat(),
    ...stream[first.passage]!.slice(0, first.word),
  ]
  const sourceBefore = words.slice(Math.max(0, first.source - shownBefore), first.source)
  const [here, there] = [placeBehind(before.slice(-shownBefore)), placeBehind(sourceBefore)]
  return question(
    'moved',
    source[words[first.source]!.line]!.at,
    `Diese ${moved.length} Wörter stehen im Text ${here}, in der Quelle ${there}: ${quoted(phrase(moved), 200)}.`,
    { doubt: moved.length },
  )
}

const phrase = (words: readonly TextWord[]): string => words.map(({ shown }) => shown).join(' ')

const placeBehind = (words: readonly TextWord[]): string =>
  words.length > 0 ? `hinter ${quoted(phrase(words))}` : 'am Anfang'

/** So many words before a place name it. */
const shownBefore = 5

/** So many words together are hardly at two places by chance. */
const gram = 3

/** A gram with its places in one stream and in the source. */
interface Gram {
  stream: number
  isMixed: boolean
  isWhole: boolean
  /** Passage and word of each place. */
  places: [passage: number, word: number][]
  sources: number[]
}

/** Of each stream, what stands as often in the source as in all streams, in the order of the stream. */
function anchorsOf(streams: readonly Stream[], words: readonly Word[]): Anchor[][] {
  const ids = new Map<string, number>()
  const streamIds = streams.map((stream) =>
    stream.map((passage) =>
      passage.map(({ word }) => {
        const known = ids.get(word)
        if (known !== undefined) return known
        ids.set(word, ids.size)
        return ids.size - 1
      }),
    ),
  )
  const keyOf = keysFor(ids.size)
  const grams = new Map<number | string, Gram>()
  for (const [stream, passages] of streamIds.entries())
    for (const [passage, own] of passages.entries()) {
      const isWhole = own.length <= gram
      for (
        let word = 0;
        word + Math.min(gram, own.length) <= own.length && own.length > 0;
        word += 1
      ) {
        const key = keyOf(own, word, isWhole)
        const same = grams.get(key)
        if (!same)
          grams.set(key, {
            stream,
            isMixed: false,
            isWhole,
            places: [[passage, word]],
            sources: [],
          })
        else {
          same.places.push([passage, word])
          same.isMixed ||= same.stream !== stream
        }
      }
    }
  const sourceIds = words.map(({ word }) => ids.get(word) ?? -1)
  for (const [i, { line, isFirst }] of words.entries()) {
    if (i + gram <= words.length) grams.get(keyOf(sourceIds, i, false))?.sources.push(i)
    if (!isFirst) continue
    let end = i
    while (end < i + gram && words[end]?.line === line) end += 1
    if (words[end]?.line !== line)
      grams.get(keyOf(sourceIds.slice(i, end), 0, true))?.sources.push(i)
  }
  const anchors: Anchor[][] = streams.map(() => [])
  for (const { stream, isMixed, isWhole, places, sources } of grams.values()) {
    if (isMixed || sources.length !== places.length) continue
    for (const [i, [passage, word]] of places.entries()) {
      const length = Math.min(gram, streams[stream]![passage]!.length)
      anchors[stream]!.push({ passage, word, length, isWhole, source: sources[i]! })
    }
  }
  return anchors.map((own) => own.sort((a, b) => a.passage - b.passage || a.word - b.word))
}

/**
 * What names the words with these ids from `at` on: a number for a gram, as long as such numbers are exact. A passage that
 * is no longer than a gram is sought among whole lines of the source.
 */
function keysFor(count: number) {
  const isExact = (count + 1) ** gram < Number.MAX_SAFE_INTEGER
  return (ids: readonly number[], at: number, isWhole: boolean): number | string => {
    if (isWhole) return `=${ids.join(' ')}`
    const own = ids.slice(at, at + gram)
    // What is in no stream has the id -1.
    return isExact ? own.reduce((key, id) => key * (count + 1) + id + 1, 0) : own.join(' ')
  }
}

/** Anchors out of the order of the source, those together that follow each other in both. */
function movedRuns(anchors: readonly Anchor[]): Anchor[][] {
  const inOrder = longestRise(anchors.map(({ source }) => source))
  const runs: Anchor[][] = []
  let before = -1
  for (const [i, anchor] of anchors.entries()) {
    if (inOrder.has(i)) continue
    const run = runs.at(-1)
    if (run && before === i - 1 && anchor.source > run.at(-1)!.source) run.push(anchor)
    else runs.push([anchor])
    before = i
  }
  // One gram alone may have come together where words between were taken out.
  return runs.filter((run) => run.length > 1 || run[0]!.isWhole)
}
