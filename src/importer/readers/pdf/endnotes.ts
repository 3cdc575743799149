/** Endnotes: a part of the text, mostly titled „Anmerkungen“, in which each note begins with the next number. */
import type { NoteMarks } from '../reader.ts'
import { question, remark, quoted } from '../../report/remark.ts'
import type { Remark } from '../../imported-text.ts'
import { namesNotes, namesPartBehind } from '../scan/titles.ts'
import type { Measures } from './measures.ts'
import { startMark } from './note-marks.ts'
import type { RawNote } from './note-zones.ts'
import { placeOf, textOf, type Line } from './page-model.ts'

export interface Endnotes {
  lines: Line[]
  /** One list for each part with notes, with the index in `lines` before which it stood. */
  parts: { notes: RawNote[]; behind: number }[]
  /** Their headings, which are left out. */
  titles: Line[]
  remarks: Remark[]
}

/** Takes the endnotes out of the lines of the whole text. */
export function takeEndnotes(
  lines: readonly Line[],
  measures: Measures,
  marks: NoteMarks | null,
): Endnotes {
  const kept: Line[] = []
  const parts: Endnotes['parts'] = []
  const titles: Line[] = []
  const remarks: Remark[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!
    const first = lines[i + 1]
    const mark = first && startMark(first, marks)
    if (!namesNotes(textOf(line).replace(/^\d+\.?\s+/, '')) || mark?.number !== 1) {
      kept.push(line)
      continue
    }
    const { notes, end } = notesFrom(lines, i + 1, measures, marks)
    if (notes.length < 2 && lines.length - end > 0.5 * lines.length) {
      kept.push(line)
      continue
    }
    parts.push({ notes, behind: kept.length })
    titles.push(line)
    const text = `${quoted(textOf(line))}: ${notes.length} Endnoten; die Überschrift ist weggelassen.`
    remarks.push(remark('notes', placeOf(line), text))
    i = end - 1
  }
  if (parts.length === 0) {
    const found = untitled(kept, measures, marks)
    if (found) return found
  }
  return { lines: kept, parts, titles, remarks }
}

/** Notes with the numbers 1, 2 … from the line `from` on, to the next heading. */
function notesFrom(
  lines: readonly Line[],
  from: number,
  measures: Measures,
  marks: NoteMarks | null,
): { notes: RawNote[]; end: number } {
  const notes: RawNote[] = []
  let form: NoteMarks | null = null
  let isRaised = false
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at]!
    const above = lines[at - 1]!
    if (at > from && endsHere(line, above, measures, notes)) break
    const mark = startMark(line, marks)
    const isNext =
      mark !== null &&
      mark.number === notes.length + 1 &&
      (form === null || (form === mark.form && isRaised === mark.isRaised))
    if (isNext) {
      form ??= mark.form
      isRaised = mark.isRaised
      const first = { ...line, pieces: mark.rest }
      notes.push({
        number: mark.number,
        sign: mark.sign,
        form,
        page: line.page,
        lines: [first],
        restarts: false,
      })
    } else notes.at(-1)?.lines.push(line)
  }
  return { notes, end: at }
}

/** Whether a line is the heading of what follows the notes. */
function endsHere(
  line: Line,
  above: Line,
  { leading }: Measures,
  notes: readonly RawNote[],
): boolean {
  const text = textOf(line).trim()
  const isApart = line.column !== above.column || line.y - above.y > 1.3 * leading
  if (namesPartBehind(text) && isApart) return true
  const size = notes[0]?.lines[0]?.size ?? line.size
  const isBold = line.pieces.every(({ style }) => style.bold)
  return isApart && /^\p{Lu}/u.test(text) && (line.size > 1.12 * size || isBold)
}

/** Notes at the very end without a title: as many as raised numbers in the text. */
function untitled(
  lines: readonly Line[],
  measures: Measures,
  marks: NoteMarks | null,
): Endnotes | null {
  const called = lines.flatMap(({ pieces }) =>
    pieces.flatMap((piece, i) =>
      i > 0 && piece.raised === 'above' && /^\d{1,4}$/.test(piece.text.trim())
        ? [Number(piece.text)]
        : [],
    ),
  )
  const most = longestChain(called)
  if (most < 2) return null
  for (let i = lines.length - 1; i > 0.4 * lines.length; i -= 1) {
    if (startMark(lines[i]!, marks)?.number !== 1) continue
    const { notes, end } = notesFrom(lines, i, measures, marks)
    if (notes.length !== most) continue
    const text = `Ab hier sind ${notes.length} Endnoten gelesen, die keine Überschrift haben.`
    return {
      lines: [...lines.slice(0, i), ...lines.slice(end)],
      parts: [{ notes, behind: i }],
      titles: [],
      remarks: [question('notes', placeOf(lines[i]!), text)],
    }
  }
  return null
}

function longestChain(numbers: readonly number[]): number {
  let last = 0
  for (const number of numbers) if (number === last + 1) last = number
  return last
}
