import { addAll } from '../../add-all.ts'
import { isDeeper, isShort, usualWidth } from './line-layout.ts'
import { indentsParagraphs } from './note-or-text.ts'
import type { Line, ScanRemark, ScanRemarked } from './scan.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { beginsLowerCase, endsSentence } from './sentence.ts'
import type { Step, Unit } from './note-starts.ts'
import { looksLikeHeading } from './titles.ts'

/** Splits blocks at lines indented like the first line of a paragraph. */
export function splitAtIndents(steps: readonly Step[]): ScanRemarked<Step[]> {
  const remarks: ScanRemark[] = []
  const width = usualWidth(steps.filter((step) => step !== 'seam'))
  const indentsText = indentsParagraphs(steps)
  const notesHang = steps.some((step) => step !== 'seam' && step.note && hangs(step))
  const value = steps.flatMap((step): Step[] => {
    if (step === 'seam') return [step]
    const units = step.note && !notesHang ? behindNote(step, indentsText) : [step]
    return units.flatMap((unit) => {
      if (unit.note) return [unit]
      const parted = partUnit(unit, width)
      addAll(remarks, parted.remarks)
      return parted.value
    })
  })
  return { value, remarks }
}

const begins = (before: Line, line: Line): boolean =>
  endsSentence(before) && !beginsLowerCase(line.text)

/** Whether the line before is a title, without a blank line behind it. */
const followsTitle = (lines: readonly Line[], at: number, width: number): boolean =>
  isShort(lines[at - 1]!, width) &&
  !isShort(lines[at]!, width) &&
  !beginsLowerCase(lines[at]!.text) &&
  [1, 2].some((count) => at >= count && looksLikeHeading({ lines: lines.slice(at - count, at) }))

/** Whether a note has a hanging indent; only lines in mid-sentence count. */
const hangs = ({ lines }: Unit): boolean =>
  lines.some((line, i) => i > 0 && isDeeper(line, lines[0]!.indent) && !begins(lines[i - 1]!, line))

/** Splits off the block without a mark that begins with an indent inside a note. */
function behindNote(unit: Unit, indentsText: boolean): Unit[] {
  const { lines, note } = unit
  const base = lines[0]!.indent
  const at = lines.findIndex(
    (line, i) => i > 0 && isDeeper(line, base) && begins(lines[i - 1]!, line),
  )
  const flushAfter = lines.slice(at).some((line) => !isDeeper(line, base))
  if (at < 0 || (!flushAfter && !indentsText)) return [unit]
  return [
    { lines: lines.slice(0, at), note },
    { lines: lines.slice(at), note: null },
  ]
}

/** Verses, lists and quotes have indents of their own: these are kept, with a question. */
function partUnit(unit: Unit, width: number): ScanRemarked<Unit[]> {
  const { lines } = unit
  const { first, odd } = indentedIn(lines, width)
  const areShort = lines.every((line) => isShort(line, width))
  // Titles in several lines have any indent.
  if (first.length === 0 && (odd.length === 0 || areShort)) return { value: [unit], remarks: [] }
  // Lists of works have a hanging indent.
  if (first.length <= odd.length || areShort) {
    const at = Math.min(first[0] ?? Infinity, odd[0] ?? Infinity)
    return { value: [unit], remarks: [unparted(lines[at]!)] }
  }
  const bounds = [0, ...first, lines.length]
  return {
    value: bounds.slice(1).map((end, i) => ({ lines: lines.slice(bounds[i], end), note: null })),
    remarks: [
      ...first.map((i) => begun(lines[i]!, lines[i + 1])),
      ...odd.map((i) => unparted(lines[i]!)),
    ],
  }
}

/** Lines that begin a paragraph, and `odd` ones, which are indented in mid-sentence. */
function indentedIn(lines: readonly Line[], width: number): { first: number[]; odd: number[] } {
  const base = lines.reduce((least, { indent }) => Math.min(least, indent), Infinity)
  const inner = lines.keys().filter((i) => i > 0 && isDeeper(lines[i]!, base))
  const { first = [], within = [] } = Object.groupBy(inner, (i) =>
    begins(lines[i - 1]!, lines[i]!) || followsTitle(lines, i, width) ? 'first' : 'within',
  )
  // If the next line has the same indent, it begins a quote.
  const deep = new Set(within)
  const isQuote = (i: number) => deep.has(i + 1)
  const odd = [...within, ...first.filter(isQuote)].sort((a, b) => a - b)
  return {
    first: first.filter((i) => !isQuote(i)),
    odd: odd.filter((i, nth) => odd[nth - 1] !== i - 1),
  }
}

function begun(line: Line, next: Line | undefined): ScanRemark {
  const flowsOn = next && !isDeeper(next, line.indent - 1) && !endsSentence(line)
  const sentence = `Neuer Absatz an der Einrückung: ${quoted(line.text)}.`
  return (flowsOn ? remark : question)('paragraphs', line.offset, sentence)
}

const unparted = ({ text, offset }: Line): ScanRemark =>
  question(
    'paragraphs',
    offset,
    `Eingerückt mitten in einem Absatz: ${quoted(text)}. Vielleicht beginnt hier ein Absatz oder ein Blockzitat.`,
  )
