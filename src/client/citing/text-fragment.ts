import { BREAK, type Haystack } from './haystack.ts'
import { isWhole, wordEnd, wordStart } from './words.ts'

/** Number of words first tried at either end of a longer passage. */
const few = 4
/** A passage of up to this many characters is written into the link whole. */
const short = 60

/**
 * The directive that makes browsers mark the passage, `text=prefix-,start,end,-suffix`: the shortest that matches no
 * earlier place. Empty where the passage has no words.
 * Follows https://wicg.github.io/scroll-to-text-fragment/: whole words, case ignored, no term runs across blocks.
 */
export function textDirective({ text, start, end }: Haystack): string {
  const from = wordStart(text, skip(text, start, end))
  const to = wordEnd(text, skipBack(text, end, from))
  if (from >= to) return ''
  const all = text.slice(from, to)
  const whole = !/[\n\ufffc]/.test(all) && all.length <= short
  const head: [number, number] = [from, whole ? to : runEnd(text, from, to, few)]
  const tail: [number, number] = [Math.max(head[1], runStart(text, to, head[1], few)), to]
  const hasTail = !whole && tail[0] < tail[1]
  const lower = text.toLowerCase()

  let words = few
  while (!whole && !isFirst(lower, head, 0) && words < 3 * few)
    head[1] = Math.min(runEnd(text, from, to, ++words), hasTail ? tail[0] : to)
  const prefix = isFirst(lower, head, 0) ? '' : before(text, lower, head)
  words = few
  while (hasTail && !isFirst(lower, tail, head[1]) && words < 3 * few)
    tail[0] = Math.max(head[1], runStart(text, to, head[1], ++words))
  const last = hasTail ? tail : head
  const needsSuffix = hasTail ? !isFirst(lower, tail, head[1]) : !prefix && !isFirst(lower, head, 0)
  const suffix = needsSuffix ? after(text, last) : ''
  return `text=${[
    prefix && `${encode(prefix)}-`,
    encode(text.slice(...head)),
    hasTail && encode(text.slice(...tail)),
    suffix && `-${encode(suffix)}`,
  ]
    .filter(Boolean)
    .join()}`
}

/** Also encodes dashes and commas, which separate terms, and brackets, at which other programs end links. */
export const encode = (words: string): string =>
  encodeURIComponent(words.trim()).replace(
    /[-!'()*_.~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Whether a browser that searches from `since` on finds these words here first. */
function isFirst(lower: string, [from, to]: [number, number], since: number): boolean {
  const words = lower.slice(from, to)
  for (let at = lower.indexOf(words, since); at >= 0; at = lower.indexOf(words, at + 1)) {
    if (at === from) return true
    if (isWhole(lower, at, at + words.length)) return false
  }
  return true
}

/** The fewest words before the passage that make it the first match. */
function before(text: string, lower: string, head: [number, number]): string {
  let prefix = ''
  for (let words = 1; words <= 2 * few; words++) {
    const at = runStart(text, head[0], 0, words)
    prefix = text.slice(at, head[0])
    if (isFirst(lower, [at, head[1]], 0)) break
  }
  return prefix.trim()
}

const after = (text: string, [, to]: [number, number]): string =>
  text.slice(to, runEnd(text, to, text.length, few)).trim()

const isBreak = (sign: string | undefined) => sign === '\n' || sign === BREAK

/** Skips breaks and spaces. */
function skip(text: string, at: number, end: number): number {
  while (at < end && (isBreak(text[at]) || text[at] === ' ')) at++
  return at
}

function skipBack(text: string, at: number, start: number): number {
  while (at > start && (isBreak(text[at - 1]) || text[at - 1] === ' ')) at--
  return at
}

/** End of at most `count` words from here on; stops at a break. */
function runEnd(text: string, from: number, limit: number, count: number): number {
  let at = from
  for (let words = 0; at < limit && !isBreak(text[at]); at++)
    if (text[at] === ' ' && at > from && text[at - 1] !== ' ' && ++words === count) break
  return skipBack(text, at, from)
}

function runStart(text: string, to: number, limit: number, count: number): number {
  let at = to
  for (let words = 0; at > limit && !isBreak(text[at - 1]); at--)
    if (text[at - 1] === ' ' && at < to && text[at] !== ' ' && ++words === count) break
  return skip(text, at, to)
}
