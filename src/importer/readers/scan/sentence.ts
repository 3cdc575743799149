import { withoutCalls } from './note-marks.ts'
import type { Called } from './scan.ts'

const abbreviation =
  /(?:^|[\s(])(?:u\. ?a|z\. ?B|d\. ?h|i\. ?d\. ?R|s\. ?o|o|vgl|bzw|ca|bd|nr|abb|kap|s|hg|hrsg|dr|prof|st|sog|insb|zit|n|\p{L})\.$/iu

/** The text as far as its last word: calls, emphasis and closing quotation marks taken off. */
export function lastWords(text: Called): string {
  return withoutCalls(text).replace(/[\s*_»›"”“’')\]>]+$/u, '')
}

/** Does the text end with a sentence? „u. a.“ and the like do not end one. */
export function endsSentence(text: Called): boolean {
  const last = lastWords(text)
  return /[.!?…]$/.test(last) && !abbreviation.test(last)
}

/** Does the text end with a colon, so that something must follow? */
export function endsWithColon(text: Called): boolean {
  return lastWords(text).endsWith(':')
}

/** Does the text begin in the middle of a sentence? */
export function beginsLowerCase(text: string): boolean {
  return /^[\s*_«‹<„“»›([]*\p{Ll}/u.test(text)
}
