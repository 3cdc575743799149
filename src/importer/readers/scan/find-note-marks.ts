import type { ReadOptions } from '../reader.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import {
  notations,
  valueOf,
  type FoundMark,
  type FoundMarks,
  type Notation,
  type NumberedMark,
} from './notations.ts'
import { romanValue } from '../roman-numbers.ts'
import { numberThrough, type Numbered } from './number-through.ts'
import type { Call, Line, PlainLine, ScanRemark, ScanRemarked } from './scan.ts'

/**
 * The lines with their note marks, in the notation of most notes. Numbers that begin anew, on each page or in each
 * chapter, are numbered through. All later steps use the marks found here.
 */
export function findNoteMarks(
  lines: readonly (PlainLine | null)[],
  wanted: ReadOptions['notes'],
): ScanRemarked<(Line | null)[]> {
  const chosen = wanted === 'none' ? null : notationIn(lines, wanted)
  if (!chosen) return { value: marked(lines, []), remarks: [none(wanted)] }
  const { found, numbered } = chosen
  const through = found.notation.certain && !beginsAnew(found)
  if (through) {
    const { again, marks } = withoutRepetitions(found)
    return {
      value: marked(lines, asPrinted(marks)),
      remarks: again.map((mark) => repeats(lines, mark)),
    }
  }
  return { value: marked(lines, numbered.marks), remarks: remarksOn(lines, found, numbered) }
}

function marked(
  lines: readonly (PlainLine | null)[],
  marks: readonly NumberedMark[],
): (Line | null)[] {
  const value = lines.map((line): Line | null => line && { ...line, calls: [], noteStart: null })
  const calls = new Map<Line, Call[]>()
  for (const { line: at, number, mark, index, starts } of marks) {
    const line = value[at]!
    if (starts) line.noteStart = { number, length: mark.length }
    else calls.set(line, [...(calls.get(line) ?? []), { number, mark, index }])
  }
  for (const [line, own] of calls) line.calls = own.sort((a, b) => a.index - b.index)
  return value
}

function notationIn(
  lines: readonly (PlainLine | null)[],
  wanted: ReadOptions['notes'],
): { found: FoundMarks; numbered: Numbered } | null {
  const scored = notations
    .filter(({ option }) => wanted === null || option === wanted)
    .map((notation) => marksIn(lines, notation))
    .filter(({ starts }) => starts.length > 0)
    .map((found) => {
      const numbered = numberThrough(lines, found)
      const { pairs } = numbered
      const { certain } = found.notation
      return { found, numbered, score: pairs * 2 + (certain ? found.starts.length : -0.5) }
    })
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        Number(b.found.notation.certain) - Number(a.found.notation.certain) || b.score - a.score,
    )
  const [best] = scored
  // A few certain marks may be something else, such as exponents, if many others call notes.
  const other = scored.find(({ found }) => !found.notation.certain)
  return best && other && best.numbered.pairs === 0 && other.numbered.pairs > 1
    ? other
    : (best ?? null)
}

function marksIn(lines: readonly (PlainLine | null)[], notation: Notation): FoundMarks {
  const found: FoundMarks = { notation, starts: [], calls: [] }
  for (const [line, content] of lines.entries()) {
    if (!content) continue
    const { text } = content
    const start = notation.start.exec(text)
    const key = start && keyIn(notation, start[1]!)
    if (start && key) found.starts.push({ line, key, mark: start[0], index: 0 })
    for (const { index, 0: mark, 1: printed } of text.matchAll(notation.call)) {
      const key = keyIn(notation, printed!)
      if (key && !isUnit(notation, text, index, key) && !closesEmphasis(notation, text, index, key))
        found.calls.push({ line, key, mark, index })
    }
  }
  return found
}

/** Roman numbers are counted as arabic ones; null: the letters are no number. */
function keyIn({ isRoman }: Notation, printed: string): string | null {
  if (!isRoman) return printed
  const value = romanValue(printed)
  return value === null ? null : String(value)
}

const unit = /(?<!\p{L})(?:[kcmd]?m|h|s)$/u
const formula = /(?<!\p{L})(?:\p{Lu}\p{Ll}?){1,2}$/u

/** m² and km³ are units, not calls, and CO2 is a formula. */
function isUnit({ option }: Notation, text: string, index: number, key: string): boolean {
  const before = text.slice(Math.max(0, index - 5), index)
  if (option === 'superscript') return valueOf(key)! < 4 && unit.test(before)
  return option === 'digits' && formula.test(before)
}

/** Whether stars end emphasised words that begin in the same line. */
function closesEmphasis({ option }: Notation, text: string, index: number, key: string): boolean {
  if (option !== 'stars' || !key.startsWith('*')) return false
  let open = false
  for (const run of text.slice(0, index).matchAll(/\*+/g)) {
    if (run[0] !== key) continue
    const opens =
      /(?:^|[\s(«»‹›„“])$/.test(text.slice(0, run.index)) &&
      /^\S/.test(text.slice(run.index + key.length))
    open = opens || (open && !/[\p{L}\p{P}]$/u.test(text.slice(0, run.index)))
  }
  return open
}

/** Marks with their own numbers. Four digits are a year unless the note before is there too. */
function asPrinted(found: FoundMarks): NumberedMark[] {
  const written = new Set(found.starts.map(({ key }) => valueOf(key)!))
  const isNumber = ({ key }: FoundMark) =>
    valueOf(key)! > 0 &&
    (valueOf(key)! < 1000 || (written.has(valueOf(key)!) && written.has(valueOf(key)! - 1)))
  const numbered = (marks: readonly FoundMark[], starts: boolean) =>
    marks.filter(isNumber).map((mark) => ({ ...mark, number: valueOf(mark.key)!, starts }))
  return [...numbered(found.calls, false), ...numbered(found.starts, true)]
}

/** Whether numbers begin with 1 again after others, or are not numbers. */
function beginsAnew({ starts }: FoundMarks): boolean {
  const numbers = starts.map(({ key }) => valueOf(key))
  if (numbers.includes(null)) return true
  const first = numbers.indexOf(1)
  const second = numbers.indexOf(1, first + 1)
  return first >= 0 && second > first && (numbers[second + 1] ?? 2) <= 2
}

/** Leaves out numbers before lines far behind their notes, as in a list of corrections. */
function withoutRepetitions(found: FoundMarks): { again: FoundMark[]; marks: FoundMarks } {
  const seen = new Set<number>()
  let highest = 0
  const again = found.starts.filter(({ key }) => {
    const value = valueOf(key)!
    const isAgain = seen.has(value) && value < highest - 1
    seen.add(value)
    highest = Math.max(highest, value)
    return isAgain
  })
  const lines = new Set(again.map(({ line }) => line))
  const others = ({ line, index }: FoundMark) => !lines.has(line) || index > 0
  const { notation, starts, calls } = found
  return { again, marks: { notation, starts: starts.filter(others), calls: calls.filter(others) } }
}

function repeats(lines: readonly (PlainLine | null)[], { line }: FoundMark): ScanRemark {
  const { text, offset } = lines[line]!
  const sentence = `${quoted(text)} beginnt mit der Zahl einer Anmerkung, die es schon gibt, und blieb Text.`
  return question('notes', offset, sentence)
}

function none(wanted: ReadOptions['notes']): ScanRemark {
  return remark(
    'notes',
    0,
    wanted === 'none'
      ? 'Der Text ist ohne Anmerkungen gelesen, wie verlangt.'
      : 'Der Text hat keine Anmerkungen, oder ihre Zeichen sind nicht zu erkennen: ¹, ^1^, [1], [^1], (1), 1), * oder eine Ziffer am Wort, und dasselbe Zeichen vor der Anmerkung.',
  )
}

function remarksOn(
  lines: readonly (PlainLine | null)[],
  { notation }: FoundMarks,
  { marks, orphans, left, beginnings }: Numbered,
): ScanRemark[] {
  const offset = ({ line, index }: FoundMark) => lines[line]!.offset + index
  const remarks: ScanRemark[] = []
  const shown = marks.find(({ mark }) => mark !== '')
  if (!notation.certain && shown) {
    const sentence = `Zeichen wie ${quoted(shown.mark)} sind als Anmerkungszeichen gelesen; mit --no-notes bleiben sie Text.`
    remarks.push(remark('notes', offset(shown), sentence))
  }
  if (beginnings > 1) {
    const sentence = `Die Anmerkungen beginnen ${beginnings}-mal von vorn; hier sind sie durchgezählt.`
    remarks.push(remark('notes', offset(marks.find(({ starts }) => starts)!), sentence))
  }
  for (const orphan of orphans) {
    const sentence = `Anm. ${orphan.number} (im Druck ${quoted(orphan.mark.trim())}): Ihr Zeichen ist im Text nicht zu finden; sie steht am Ende der Zeile davor und ist an ihr Wort zu setzen.`
    remarks.push(question('notes', offset(orphan), sentence))
  }
  for (const call of left) {
    const words = lines[call.line]!.text.slice(
      Math.max(0, call.index - 30),
      call.index + call.mark.length,
    )
    const sentence = `Zu dem Zeichen in ${quoted(words)} ist keine Anmerkung zu finden; es blieb stehen.`
    remarks.push(question('notes', offset(call), sentence))
  }
  return remarks
}
