/** Words that stand for the year of a work: that it has none, or is not yet out. */
import type { CslDate } from '../../imported-text.ts'

/** „o. J.“, „ohne Jahr“, „n. d.“ */
const without = String.raw`o\. ?J\.?|ohne Jahr(?:esangabe)?|n\. ?d\.?|s\. ?a\.?|undatiert`
/** „im Erscheinen“, „in Vorb.“, „forthcoming“ */
const toCome = String.raw`(?:im|in) (?:Ersch(?:einen|\.)|Druck|Satz|Vorb(?:ereitung|\.))|i\. ?(?:E|Ersch|Dr|V)\.?|erscheint(?: demnächst)?|forthcoming|in press|in preparation|eingereicht`

/** For patterns: the words, without regard to the sentence around them. */
export const undatedWords = `(?:${without}|${toCome})`

const isWithout = new RegExp(`^(?:${without})$`, 'iu')
const isUndated = new RegExp(`^${undatedWords}$`, 'iu')

/** The date of such words, as reference managers keep it; null for others. */
export function undatedFrom(words: string): CslDate | null {
  const plain = words.trim()
  if (!isUndated.test(plain)) return null
  return { literal: isWithout.test(plain) ? 'o. J.' : 'im Erscheinen' }
}
