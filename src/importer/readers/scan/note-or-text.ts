import { isDeeper, isIndented } from './line-layout.ts'
import type { Line } from './scan.ts'
import { namesPartBehind } from './titles.ts'
import { beginsLowerCase, endsNote, endsSentence, endsWithColon } from './sentence.ts'
import { textOf, wordsOf, type Step, type Unit } from './note-starts.ts'

/** What a block without a mark belongs to; `asked`: another interpretation is possible. */
export type Belonging = 'text' | 'text-asked' | 'note' | 'note-asked'

/** What comes after a block. */
export interface Following {
  step: Step | undefined
  /** The next block that begins a note, and whether there is a seam before it. */
  note: Unit | null
  seamBetween: boolean
  /** The block behind the next seam. */
  behindSeam: Unit | null
}

export interface Situation {
  /** The last note before the block. */
  note: Unit | null
  text: Unit | null
  /** Indent of the line with the mark of that note. */
  noteIndent: number
  /** Paragraphs of the running text begin with an indent. */
  indentsText: boolean
  /** Whether the block follows a note on its page, not running text. */
  inNotes: boolean
  /** Number of blocks of running text on the page so far. */
  onPage: number
  /** Offset of the first call of each number. */
  calls: ReadonlyMap<number, number>
  following: Following
  /** Whether a line is as long as most: what it says may go on. */
  isWide: (line: Line) => boolean
}

const thanks = /(?<!\p{L})(?:dank(?:e|en|t)?|bedanken|gedankt|danksagung)(?!\p{L})/iu
export const isThanks = (unit: Unit): boolean => thanks.test(textOf(unit))

const hasCalls = ({ lines }: Unit): boolean => lines.some(({ calls }) => calls.length > 0)

/** Decides whether a block without a mark continues the note before it or is running text. */
export function noteOrText(unit: Unit, situation: Situation): Belonging {
  const { note, text, inNotes, onPage, calls, following } = situation
  if (!note || hasCalls(unit)) return 'text'
  const noteBroken = !endsNote(wordsOf(note))
  // The mark of a note stands alone before its words.
  if (inNotes && wordsOf(note).text.trim() === '') return 'note'
  const { note: next, seamBetween } = following
  if (!inNotes) {
    // The rest of a note that breaks off at the end of a page is at the foot of the next, before its notes.
    const atFoot = onPage > 0 && next !== null && following.step === next
    return noteBroken && atFoot && !goesOnBehindPage(unit, situation) ? 'note-asked' : 'text'
  }
  const [first] = unit.lines as [Line, ...Line[]]
  const number = next?.note?.number
  // The next note has been called already, so this is still the foot of the same page.
  if (number && (calls.get(number) ?? Infinity) < first.offset) return 'note'
  if (namesPartBehind(textOf(unit))) return 'text'
  const textBroken = text !== null && !endsSentence(wordsOf(text))
  const lowerCase = beginsLowerCase(first.text)
  // The text goes on behind the end of this page.
  const { step: after, behindSeam } = following
  if (
    after === 'seam' &&
    noteBroken &&
    lowerCase &&
    behindSeam &&
    beginsLowerCase(textOf(behindSeam))
  )
    return 'note'
  if (textBroken && lowerCase) return 'text'
  if (isDeeper(first, situation.noteIndent)) return indented(unit, situation, next)
  if (next && seamBetween) return 'note-asked'
  if (!noteBroken || textBroken || isThanks(unit)) return 'text'
  return lowerCase || situation.isWide(note.lines.at(-1)!) ? 'note-asked' : 'text-asked'
}

/** Whether a block begins like a paragraph and its sentence is continued on the next page. */
function goesOnBehindPage(unit: Unit, { text, following: { behindSeam } }: Situation): boolean {
  if (endsSentence(wordsOf(unit)) || !behindSeam || behindSeam.note) return false
  const begins = text === null || endsSentence(wordsOf(text))
  return begins && !beginsLowerCase(textOf(unit)) && beginsLowerCase(textOf(behindSeam))
}

/** An indented block may be a further paragraph of the note or running text with indented paragraphs. */
function indented(
  unit: Unit,
  { note, text, indentsText, following }: Situation,
  next: Unit | null,
): Belonging {
  if (!endsSentence(wordsOf(note!)) && beginsLowerCase(textOf(unit))) return 'note-asked'
  if (endsWithColon(wordsOf(note!))) return 'note-asked'
  if (text && endsWithColon(wordsOf(text))) return 'text-asked'
  if (indentsText || (!next && isThanks(unit))) return 'text-asked'
  return next && following.step === 'seam' ? 'note' : 'note-asked'
}

/** Whether paragraphs begin with an indent, judged by blocks that are certainly running text. */
export function indentsParagraphs(steps: readonly Step[]): boolean {
  const begun = steps.findIndex((step) => step !== 'seam' && step.note)
  return steps.some((step, i) => {
    if (step === 'seam' || step.note) return false
    const { lines } = step
    const isQuote = lines.length > 1 && isIndented(step)
    if (!isDeeper(lines[0]!, 0) || isQuote) return false
    const called = hasCalls(step)
    return called || (i < begun && endsSentence(wordsOf(step)))
  })
}

/** For each step what comes after it. */
export function followingOf(steps: readonly Step[]): Following[] {
  const following: Following[] = []
  let next: Following = { step: undefined, note: null, seamBetween: false, behindSeam: null }
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    following[i] = next
    const step = steps[i]!
    if (step === 'seam') {
      const behindSeam = next.step === undefined || next.step === 'seam' ? null : next.step
      next = { ...next, step, seamBetween: true, behindSeam }
    } else if (step.note) next = { ...next, step, note: step, seamBetween: false }
    else next = { ...next, step }
  }
  return following
}

/** Offset of the first call of each number in the running text. */
export function firstCalls(steps: readonly Step[]): Map<number, number> {
  const first = new Map<number, number>()
  for (const step of steps) {
    if (step === 'seam' || step.note) continue
    for (const { calls, offset } of step.lines)
      for (const { number, index } of calls)
        if (!first.has(number)) first.set(number, offset + index)
  }
  return first
}
