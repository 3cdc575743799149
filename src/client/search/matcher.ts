import { foldWord, trunk } from '../../contract/folding.ts'
import { isNumberCut, type Pattern } from './patterns.ts'

/** From a wording to the places in it, in order, without overlaps: [start, end). */
export type Matcher = (wording: string) => [number, number][]

const token = /[\p{L}\p{N}]+(?:[-*:_’'/.,][\p{L}\p{N}]+)*/gu
const piece = /[\p{L}\p{N}]+/gu

export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const words = patterns.filter(({ kind }) => kind === 'word').flatMap(({ keys }) => keys)
  words.sort((a, b) => b.length - a.length)
  const trunks = [...new Set(words.map(trunk))].filter((stem) => stem.length >= 4)
  const phrases = patterns.filter(({ kind }) => kind === 'phrase').map(({ keys }) => keys)
  return (wording) => {
    const found: [number, number][] = []
    for (const match of wording.matchAll(token))
      found.push(...inToken(match[0], words, trunks).map(([a, b]) => at(match.index, a, b)))
    for (const phrase of phrases) found.push(...inPieces(wording, phrase))
    return merged(found)
  }
}

const at = (offset: number, start: number, end: number): [number, number] => [
  offset + start,
  offset + end,
]

/** The part of a word that was meant: of `Plattformisierungsdynamiken` the `dynamik`. */
function inToken(
  written: string,
  keys: readonly string[],
  trunks: readonly string[],
): [number, number][] {
  const whole = foldWord(written)
  if (!keys.some((key) => whole.includes(key))) return otherForm(written, keys, trunks)
  const { folded, origin } = foldMapped(written)
  for (const key of keys) {
    const start = folded.indexOf(key)
    if (isNumberCut(folded, start + key.length)) continue
    // „KI“ is not „Kinder“.
    if (start >= 0 && (key.length > 3 || isPiece(written, origin[start]!, key)))
      return [[origin[start]!, endOf(written, origin, start + key.length)]]
  }
  return otherForm(written, keys, trunks)
}

/** Another form of the same word: a common trunk, and endings of a few letters. */
function otherForm(
  written: string,
  keys: readonly string[],
  trunks: readonly string[],
): [number, number][] {
  for (const part of written.matchAll(piece)) {
    const word = foldWord(part[0])
    const isShortForm = keys.some((key) => key.length === 3 && inflected(key).test(word))
    if (
      isShortForm ||
      trunks.some((stem) => word.startsWith(stem) && word.length - stem.length <= 5)
    )
      return [[part.index, part.index + part[0].length]]
  }
  return []
}

/** Forms of a word of three letters, which has no trunk: `Räte`, `Rates`. */
const inflected = (key: string) => new RegExp(`^${key}(?:e[nmrs]?|ern|n|s)$`, 'u')

const isPiece = (written: string, start: number, key: string) =>
  foldWord(/^[\p{L}\p{N}]+/u.exec(written.slice(start))?.[0] ?? '') === key &&
  !/[\p{L}\p{N}]/u.test(written[start - 1] ?? '')

function inPieces(wording: string, keys: readonly string[]): [number, number][] {
  const pieces = [...wording.matchAll(piece)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: [number, number][] = []
  for (let i = 0; i + keys.length <= pieces.length; i++)
    if (keys.every((key, j) => fits(pieces[i + j]!.folded, key)))
      found.push([pieces[i]!.start, pieces[i + keys.length - 1]!.end])
  return found
}

const fits = (word: string, key: string) => word === key || trunk(word) === trunk(key)

/** A folded word, and for each of its letters where it stood. */
function foldMapped(written: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let offset = 0
  for (const letter of written) {
    const part = foldWord(letter)
    for (let i = 0; i < part.length; i++) origin.push(offset)
    folded += part
    offset += letter.length
  }
  return { folded, origin }
}

/** Combining marks behind the last letter belong to it. */
function endOf(written: string, origin: readonly number[], end: number): number {
  let last = end < origin.length ? origin[end]! : written.length
  while (last > 0 && /[^\p{L}\p{N}\p{M}]/u.test(written[last - 1]!)) last--
  return last
}

function merged(found: [number, number][]): [number, number][] {
  const sorted = found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const kept: [number, number][] = []
  for (const range of sorted) {
    const last = kept.at(-1)
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1])
    else kept.push(range)
  }
  return kept
}
