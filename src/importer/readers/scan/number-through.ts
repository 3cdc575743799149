import { valueOf, type FoundMark, type FoundMarks, type NumberedMark } from './notations.ts'
import type { PlainLine } from './scan.ts'

export interface Numbered {
  /** In the order of the lines; calls and notes that belong together have the same number. */
  marks: NumberedMark[]
  /** Number of notes with a call. */
  pairs: number
  /** Notes whose call was not found. */
  orphans: NumberedMark[]
  /** Calls whose note was not found. */
  left: FoundMark[]
  /** How often the counting begins. */
  beginnings: number
}

/** Gives notes and their calls numbers from 1 on, whether they are counted by page, by chapter or through. */
export function numberThrough(lines: readonly (PlainLine | null)[], found: FoundMarks): Numbered {
  const [byPage, through] = [pairUp(lines, found, true), pairUp(lines, found, false)]
  // Where the end of a page was not seen, or one was seen that is none, a pair is lost now and then.
  return byPage.pairs * 5 >= through.pairs * 4 ? byPage : through
}

/** `byPage`: a call belongs to a note of its own page. */
function pairUp(
  lines: readonly (PlainLine | null)[],
  { notation, starts, calls }: FoundMarks,
  byPage: boolean,
): Numbered {
  const isStar = notation.option === 'stars'
  const result: Numbered = { marks: [], pairs: 0, orphans: [], left: [], beginnings: 0 }
  let pending = new Map<string, FoundMark[]>()
  let used = new Set<string>()
  /** Call of the note before, and the value of its key. */
  let before: { call: FoundMark | null; value: number } = { call: null, value: 0 }
  let lastText = -1
  let count = 0
  let inNotes = false
  let nextStart = 0
  let nextCall = 0
  const expire = () => {
    for (const own of pending.values()) result.left.push(...own)
    pending = new Map()
    used = new Set()
  }
  for (const [at, line] of lines.entries()) {
    if (line === null) {
      if (byPage) expire()
      inNotes = false
      continue
    }
    const start = starts[nextStart]?.line === at ? starts[nextStart++]! : null
    let isNote = false
    if (start) {
      const value = valueOf(start.key)
      const inOrder = value === null || value === 1 || value === before.value + 1
      const own = pending.get(start.key) ?? []
      const after = before.call && value !== 1 ? before.call : null
      const call = own.find((one) => !after || isBehind(one, after)) ?? own[0]
      const begins = inNotes || !lines[at - 1]?.text
      const isOrphan =
        !call && lastText >= 0 && (notation.certain || (isStar && begins && !used.has(start.key)))
      if (call ? notation.certain || isStar || inOrder : isOrphan) {
        isNote = true
        inNotes = true
        if (value === 1) result.beginnings += 1
        const number = ++count
        const note: NumberedMark = { ...start, number, starts: true }
        if (call) {
          pending.set(
            start.key,
            own.filter((one) => one !== call),
          )
          result.marks.push({ ...call, number, starts: false })
          result.pairs += 1
        } else {
          result.orphans.push(note)
          const index = endOfWords(lines[lastText]!.text)
          result.marks.push({
            line: lastText,
            key: start.key,
            mark: '',
            index,
            number,
            starts: false,
          })
        }
        result.marks.push(note)
        used.add(start.key)
        before = { call: call ?? null, value: value ?? 0 }
      }
    }
    for (; calls[nextCall]?.line === at; nextCall += 1) {
      const call = calls[nextCall]!
      if (isNote && call.index < start!.mark.length) continue
      const own = pending.get(call.key)
      if (own) own.push(call)
      else pending.set(call.key, [call])
    }
    if (line.text && !isNote && !(inNotes && lines[at - 1]?.text)) lastText = at
    if (!line.text) inNotes = false
  }
  expire()
  // Digits and parentheses without a note are no marks; stars are asked about where emphasis is read.
  if (!notation.certain) result.left = []
  return result
}

const isBehind = (a: FoundMark, b: FoundMark): boolean =>
  a.line > b.line || (a.line === b.line && a.index > b.index)

/** The end of a line, before a word that is divided there. */
const endOfWords = (text: string): number =>
  /\p{L}[-¬\u00AD]$/u.test(text) ? Math.max(0, text.lastIndexOf(' ')) : text.length
