import type { Matcher } from './matcher.ts'

/** A stretch of an excerpt; marked where it was looked for. */
export interface Piece {
  text: string
  marked: boolean
}

/** The stretch of a wording where most of what was found stands together, cut between words, with … at its ends. */
export function excerpt(wording: string, matcher: Matcher, length = 180): Piece[] {
  const found = matcher(wording)
  const [from, to] = span(wording, found, length)
  const pieces: Piece[] = from > 0 ? [{ text: '… ', marked: false }] : []
  let at = from
  for (const [start, end] of found) {
    if (start < from || end > to) continue
    if (start > at) pieces.push({ text: wording.slice(at, start), marked: false })
    pieces.push({ text: wording.slice(start, end), marked: true })
    at = end
  }
  pieces.push({ text: wording.slice(at, to) + (to < wording.length ? ' …' : ''), marked: false })
  return pieces.filter(({ text }) => text !== '')
}

function span(wording: string, found: [number, number][], length: number): [number, number] {
  if (wording.length <= length * 1.2) return [0, wording.length]
  let best = 0
  let most = 0
  for (const [start] of found) {
    const together = found.filter(([s, e]) => s >= start && e <= start + length * 0.7).length
    if (together > most) {
      most = together
      best = start
    }
  }
  const wanted = Math.max(0, Math.min(best - length * 0.3, wording.length - length))
  const from = wanted > 0 ? wording.indexOf(' ', wanted) + 1 : 0
  const last = wording.lastIndexOf(' ', from + length)
  return [from, from + length >= wording.length || last <= from ? wording.length : last]
}
