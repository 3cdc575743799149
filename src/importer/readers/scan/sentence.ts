import { withoutCalls } from './calls.ts'
import type { Called } from './scan.ts'

const abbreviation =
  /(?:^|[\s(])(?:u\. ?a|z\. ?B|d\. ?h|i\. ?d\. ?R|s\. ?o|o|vgl|bzw|ca|bd|nr|abb|kap|s|hg|hrsg|dr|prof|st|sog|insb|zit|n|\p{L})\.$/iu

/** Characters at the end of a text that are looked at. */
const longestEnd = 500

/** The end of a text, without calls, emphasis and closing quotation marks at its end. */
export function lastWords(text: Called): string {
  return withoutCalls(text)
    .slice(-longestEnd)
    .replace(/[«‹‘\s*_»›"”“’')\]>]+$/u, '')
}

/** Whether the text ends with a sentence; „u. a.“ and the like do not end one. */
export function endsSentence(text: Called): boolean {
  const last = lastWords(text)
  return /[.!?…]$/.test(last) && !abbreviation.test(last)
}

/** Abbreviations with which notes end. */
const endings =
  /(?:^|[\s(])(?:a\. ?a\. ?O|l\. ?c|u\. ?a|u\. ?ö|o\. ?J|s\. ?[ou]|ebd|ff?|usw|etc|hg|hrsg)\.$/iu

/** Whether a note can end with the text. */
export function endsNote(text: Called): boolean {
  return endsSentence(text) || endings.test(lastWords(text))
}

/** Whether the text ends with a colon. */
export function endsWithColon(text: Called): boolean {
  return lastWords(text).endsWith(':')
}

/** Whether the text begins with a lower-case letter, in mid-sentence. */
export function beginsLowerCase(text: string): boolean {
  return /^[\s*_«‹<„“»›([]*\p{Ll}/u.test(text)
}
