import { foldWord, relatedForms, spellings, withoutAccents } from '../../contract/folding.ts'

/** Folded words to mark: any of a word's keys, or a phrase's keys one after another. */
export interface Pattern {
  kind: 'word' | 'phrase'
  keys: string[]
}

export const wordPattern = (typed: string): Pattern => {
  const keys = spellings(typed).flatMap((key) => [key, ...masculine(key), ...relatedForms(key)])
  return { kind: 'word', keys: [...new Set(keys)] }
}

export const phrasePattern = (words: readonly string[]): Pattern => ({
  kind: 'phrase',
  keys: words.map(foldWord),
})

/** `5,6`, `27.1.2025`, `doi.org/10.1177/…` are looked for piece by piece. */
export const isNumberOrAddress = (typed: string): boolean =>
  /^\d/.test(typed) ? !/^\d+\p{L}+$/u.test(typed) : /[./]/.test(typed)

/** Whether an offset lies within a number. */
export const isNumberCut = (text: string, at: number): boolean =>
  /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at] ?? '')

/** Whether a number or address stands in a wording as it is written, and not as a part of a longer one. */
export function standsIn(wording: string, written: string): boolean {
  const text = withoutAccents(wording)
  const sought = withoutAccents(written)
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = /[\p{L}\p{N}]$|\d[.,]$/u.test(text.slice(Math.max(0, at - 2), at))
    const behind = /^[\p{L}\p{N}]|^[.,]\d/u.test(text.slice(at + sought.length))
    if (!(before || behind)) return true
  }
  return false
}

export const pieces = (typed: string): string[] => typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

export const patternOf = (typed: string): Pattern =>
  isNumberOrAddress(typed) ? phrasePattern(pieces(typed)) : wordPattern(typed)

/** `entwickler` for `entwicklerinnen`; it need not exist. */
export const masculine = (folded: string): string[] =>
  /^(.{4,})in(?:nen)?$/.exec(folded)?.slice(1) ?? []
