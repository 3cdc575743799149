import { isShort, usualWidth } from './line-layout.ts'
import type { Step, Unit } from './note-starts.ts'
import type { Line, ScanRemark, ScanRemarked } from './scan.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { beginsLowerCase, endsSentence, endsWithColon } from './sentence.ts'
import { looksLikeHeading, opensText } from './titles.ts'

/**
 * Splits blocks without blank lines between their paragraphs, as plain pdftotext writes them: behind sentences that end
 * in a short line, and around titles.
 */
export function splitAtShortLines(steps: readonly Step[]): ScanRemarked<Step[]> {
  const remarks: ScanRemark[] = []
  const units = steps.filter((step) => step !== 'seam')
  const width = usualWidth(units)
  const wrapped = isWrapped(units, width)
  const value = steps.flatMap((step, nth): Step[] => {
    if (step === 'seam' || step.note || !wrapped || !hasFull(step, width)) return [step]
    const { lines } = step
    const following = steps[nth + 1]
    const after = following === 'seam' || following?.note ? undefined : following?.lines[0]
    const block = { lines, after }
    const bounds = lines.keys().flatMap((i) => {
      const found = i > 0 ? boundBefore(block, i, width) : null
      if (found?.remark) remarks.push(found.remark)
      return found ? [i] : []
    })
    const all = [0, ...bounds, lines.length]
    return all.slice(1).map((end, i) => ({ lines: lines.slice(all[i], end), note: null }))
  })
  return { value, remarks }
}

/** Splits blocks into their lines where each line is a whole paragraph. */
export function splitAtLines(steps: readonly Step[]): Step[] {
  const units = steps.filter((step) => step !== 'seam')
  return haveLineEach(units) ? steps.flatMap(eachLine) : [...steps]
}

const mostTitleLines = 6

/** Splits the first block behind the short lines of a title page, if the text begins there without a blank line. */
export function splitBehindTitle(steps: readonly Step[]): Step[] {
  const units = steps.filter((step) => step !== 'seam')
  const width = usualWidth(units)
  const first = units.find((unit) => hasFull(unit, width))
  if (!first || first.note) return [...steps]
  const { lines } = first
  const begin = lines.findIndex((line) => !isShort(line, width) || opensText(line.text))
  const title = lines.slice(0, begin)
  const isTitle =
    begin > 0 &&
    begin <= mostTitleLines &&
    title.every((line) => looksLikeHeading({ lines: [line] })) &&
    !beginsLowerCase(lines[begin]!.text)
  if (!isTitle) return [...steps]
  const parts = [title, lines.slice(begin)].map((own) => ({ lines: own, note: null }))
  return steps.flatMap((step) => (step === first ? parts : [step]))
}

/** Whether lines in mid-sentence are full, unlike those of verse. */
function isWrapped(units: readonly Unit[], width: number): boolean {
  const broken = units.flatMap(({ lines }) =>
    lines.filter((_, i) => lines[i + 1] && beginsLowerCase(lines[i + 1]!.text)),
  )
  const full = broken.filter(({ text }) => text.length > width * 0.8)
  return full.length > 0 && full.length >= broken.length * 0.7
}

const hasFull = ({ lines }: Unit, width: number): boolean =>
  lines.length > 1 && lines.some(({ text }) => text.length > width * 0.8)

interface Bound {
  remark: ScanRemark | null
}

/** `after`: the line behind a blank line. */
interface Lines {
  lines: readonly Line[]
  after: Line | undefined
}

/** Whether a paragraph or title begins at a line. */
function boundBefore(block: Lines, at: number, width: number): Bound | null {
  const { lines } = block
  const [before, line] = [lines[at - 1]!, lines[at]!]
  // Titles are told by what stands around them, and named with the other headings.
  const begins = titleAt(block, at, width) > 0
  const ends = [1, 2].some((count) => at >= count && titleAt(block, at - count, width) === count)
  if (begins || ends) return { remark: null }
  if (at > 1 && titleAt(block, at - 1, width) === 2) return null
  if (beginsLowerCase(line.text) || !(endsSentence(before) || endsWithColon(before))) return null
  const [next = ''] = line.text.split(/\s/, 1)
  const room = width - before.text.length - 1 - next.length
  if (room < width * leastRoom) return null
  const certain = endsSentence(before) && isShort(before, width)
  const sentence = `Neuer Absatz nach einer kurzen Zeile: ${quoted(line.text)}.`
  return { remark: (certain ? remark : question)('paragraphs', line.offset, sentence) }
}

/** Lines that are longer hold most of a text without line breaks of its print. */
const longLine = 100

/** No print has lines as long. */
const longestLine = 250

/** Whether the lines are whole paragraphs, as in text copied from a word processor or saved by it. */
function haveLineEach(units: readonly Unit[]): boolean {
  const texts = units.filter(({ note }) => !note)
  const whole = lettersIn(texts, longestLine) > lettersIn(texts) / 2
  return whole || areWhole(texts)
}

/** Letters in the lines longer than a length. */
const lettersIn = (texts: readonly Unit[], length = 0): number =>
  texts
    .flatMap(({ lines }) => lines.map(({ text }) => text.length))
    .filter((own) => own > length)
    .reduce((a, b) => a + b, 0)

function areWhole(texts: readonly Unit[]): boolean {
  const inner = texts.filter(hasLong)
  const ends = inner.flatMap(({ lines }) => lines.slice(0, -1))
  if (inner.some(({ lines }) => lines.some(({ text }) => beginsLowerCase(text)))) return false
  const whole = ends.filter((line) => endsSentence(line) || looksLikeHeading({ lines: [line] }))
  return (
    lettersIn(texts, longLine) > lettersIn(texts) * 0.7 &&
    ends.length > 0 &&
    whole.length >= ends.length * 0.9
  )
}

const hasLong = ({ lines }: Unit): boolean => lines.some(({ text }) => text.length > longLine)

const eachLine = (step: Step): Step[] =>
  step === 'seam' || step.note || !hasLong(step)
    ? [step]
    : step.lines.map((line) => ({ lines: [line], note: null }))

/** Share of a line that stays free at the end of a paragraph, since lines of print differ in their number of letters. */
const leastRoom = 0.15

/** The number of short lines, one or two, that are a title between the end of a paragraph and a full line. */
function titleAt({ lines, after }: Lines, at: number, width: number): number {
  const before = lines[at - 1]
  if (before && !endsSentence(before)) return 0
  return (
    [1, 2].find((count) => {
      const own = lines.slice(at, at + count)
      const next = at + count === lines.length ? after : lines[at + count]
      return (
        next !== undefined &&
        own.every((line) => isShort(line, width)) &&
        looksLikeHeading({ lines: own }) &&
        !beginsLowerCase(next.text) &&
        !isShort(next, width)
      )
    }) ?? 0
  )
}
