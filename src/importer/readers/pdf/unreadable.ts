/** Pages in fonts that do not tell which letters their glyphs are. */
import type { RawPage } from './raw-page.ts'

/** So many signs are needed to judge a page. */
const enough = 150
/** Share of vowels among Latin letters, in any language at least 0.3. */
const fewVowels = 0.22

export function isUnreadable({ pieces, unknown }: Pick<RawPage, 'pieces' | 'unknown'>): boolean {
  const text = pieces.map((piece) => piece.text).join('')
  const count = (shape: RegExp) => text.match(shape)?.length ?? 0
  const signs = count(/\S/g) + unknown
  if (signs < enough) return false
  const words = count(/[\p{L}\p{M}\p{N}]/gu) - count(/[\p{Co}\uFFFD]/gu)
  if (words < 0.5 * signs && count(/\p{N}/gu) < 0.2 * signs && !isDotted(text)) return true
  const latin = count(/\p{sc=Latin}/gu)
  return latin > enough && count(/[aeiouyäöüàáâãåæçèéêëìíîïòóôõøùúûœ]/giu) < fewVowels * latin
}

/** Leaders of a table of contents. */
const isDotted = (text: string): boolean =>
  (text.match(/[.·…_\s]/g)?.length ?? 0) > 0.5 * text.length
