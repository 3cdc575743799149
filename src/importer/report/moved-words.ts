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

/** Of each stream, what stands as often in the source as in all streams, in the order of the stream. */
function anchorsOf(streams: readonly Stream[], words: readonly Word[]): Anchor[][] {
  const found = new Map<string, { stream: number; anchors: Anchor[]; mixed: boolean }>()
  for (const [i, stream] of streams.entries())
    for (const [passage, own] of stream.entries()) {
      const length = Math.min(gram, own.length)
      for (let word = 0; word + length <= own.length && length > 0; word += 1) {
        const isWhole = own.length <= gram
        const key = keyOf(own.slice(word, word + length), isWhole)
        const same = found.get(key)
        const anchor = { passage, word, length, isWhole, source: -1 }
        if (!same) found.set(key, { stream: i, anchors: [anchor], mixed: false })
        else {
          same.anchors.push(anchor)
          same.mixed ||= same.stream !== i
        }
      }
    }
  const places = placesOf(new Set(found.keys()), words)
  const anchors: Anchor[][] = streams.map(() => [])
  for (const [key, { stream, anchors: own, mixed }] of found) {
    const sources = places.get(key)
    if (mixed || sources?.length !== own.length) continue
    for (const [i, anchor] of own.entries())
      anchors[stream]!.push({ ...anchor, source: sources[i]! })
  }
  return anchors.map((own) => own.sort((a, b) => a.passage - b.passage || a.word - b.word))
}

/** A passage that is no longer than a gram is sought among whole lines of the source. */
const keyOf = (words: readonly TextWord[], isWhole: boolean): string =>
  `${isWhole ? '=' : ''}${words.map(({ word }) => word).join(' ')}`

/** Where grams stand in the source. */
function placesOf(keys: ReadonlySet<string>, words: readonly Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  const add = (key: string, at: number) => {
    if (!keys.has(key)) return
    const own = places.get(key)
    if (own) own.push(at)
    else places.set(key, [at])
  }
  for (const [i, { line, isFirst }] of words.entries()) {
    const next = words.slice(i, i + gram)
    if (next.length === gram) add(keyOf(next, false), i)
    if (!isFirst) continue
    const whole = next.filter((word) => word.line === line)
    if (words[i + whole.length]?.line !== line) add(keyOf(whole, true), i)
  }
  return places
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
