/** The words of a source, without regard to capitals, ligatures and soft hyphens. */
import type { ImportPosition } from '../import-position.ts'

/** Words that stand together in a source: a line, or a paragraph. */
export interface SourceLine {
  text: string
  at: ImportPosition
}

export interface Word {
  word: string
  /** As it stands in the source. */
  shown: string
  /** Index of its line. */
  line: number
  /** It begins a line. */
  isFirst: boolean
  /** It ends in a hyphen at the end of a line, or in a sign of emphasis in the middle of a word. */
  isDivided: boolean
}

export function sourceWords(source: readonly SourceLine[]): Word[] {
  const words: Word[] = []
  for (const [line, { text }] of source.entries())
    for (const { word, shown, end, whole } of wordsIn(text)) {
      const behind = (shown.endsWith('\u00AD') ? '-' : '') + whole.slice(end, end + 40)
      const isDivided = divided.test(behind)
      words.push({ word, shown, line, isFirst: words.at(-1)?.line !== line, isDivided })
    }
  return words
}

const divided = /^(?:[-¬⸗‐](?:\s*$|\s+[\p{L}\p{N}])|(?:[*_]{1,3}|~{1,2}|\^)[\p{L}\p{N}])/u

export function* wordsIn(
  text: string,
): Generator<{ word: string; shown: string; end: number; whole: string }> {
  // Ligatures, the long s and raised digits are the same letters and digits.
  const whole = text.normalize('NFKC')
  for (const { index, 0: shown } of whole.matchAll(/[\p{L}\p{Nd}\p{M}\u00AD]+/gu)) {
    // Variation selectors behind arrows and other signs are no words.
    const word = shown.replace(/[\u00AD\uFE00-\uFE0F]/g, '').toLowerCase()
    if (word) yield { word, shown, end: index + shown.length, whole }
  }
}
