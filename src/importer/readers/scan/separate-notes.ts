import {
  noteOrText,
  firstCalls,
  followingOf,
  indentsParagraphs,
  isThanks,
  type Situation,
} from './note-or-text.ts'
import { splitAtLines, splitAtShortLines, splitBehindTitle } from './paragraph-ends.ts'
import { splitAtIndents } from './paragraph-indents.ts'
import { usualWidth } from './line-layout.ts'
import { splitListOfWorks } from './split-list-of-works.ts'
import type { Item, Line, ScanRemark } from './scan.ts'
import { namesNotes, namesPartBehind } from './titles.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { endsSentence } from './sentence.ts'
import { textOf, wordsOf, findNoteStarts, type Unit } from './note-starts.ts'

/** A block of running text. `seam`: a printed page ends between it and the previous piece. */
export interface Piece {
  lines: Line[]
  seam: boolean
}

/** A note as found in the scan; `joined` parts continue in mid-sentence. */
export interface RawNote {
  label: string
  opened: boolean
  number: number | null
  offset: number
  parts: { lines: Line[]; joined: boolean }[]
}

export interface SeparatedNotes {
  pieces: Piece[]
  notes: RawNote[]
  remarks: ScanRemark[]
}

/** Separates running text and notes, which alternate from page to page. */
export function separateNotes(items: readonly Item[]): SeparatedNotes {
  const whole = splitAtLines(splitListOfWorks(splitBehindTitle(findNoteStarts(items))))
  const indented = splitAtIndents(whole)
  const { value: steps, remarks: parted } = splitAtShortLines(indented.value)
  const calls = firstCalls(steps)
  const after = followingOf(steps)
  const indentsText = indentsParagraphs(steps)
  const width = usualWidth(steps.filter((step) => step !== 'seam'))
  const isWide = ({ text }: Line) =>
    text.endsWith('-') || text.endsWith(':') || text.length > width * 0.8
  const separated: SeparatedNotes = {
    pieces: [],
    notes: [],
    remarks: [...indented.remarks, ...parted],
  }
  const { pieces, notes, remarks } = separated
  let note: Unit | null = null
  let text: Unit | null = null
  let noteIndent = 0
  let inNotes = false
  let seam = false
  let onPage = 0

  for (const [i, step] of steps.entries()) {
    if (step === 'seam') {
      seam = true
      inNotes = false
      onPage = 0
      continue
    }
    if (step.note) {
      const title = text && !inNotes && pieces.at(-1)?.lines === text.lines ? text : null
      if (title && namesNotes(textOf(title))) {
        remarks.push(titleOfNotes(title))
        pieces.pop()
        text = null
      }
      notes.push({ ...step.note, parts: [{ lines: step.lines, joined: false }] })
      note = step
      noteIndent = step.lines[0]!.indent
      inNotes = true
      continue
    }
    const following = after[i]!
    const situation: Situation = {
      note,
      text,
      noteIndent,
      indentsText,
      inNotes,
      onPage,
      calls,
      following,
      isWide,
    }
    const belonging = noteOrText(step, situation)
    if (note && (belonging === 'note' || belonging === 'note-asked')) {
      const joined = !endsSentence(wordsOf(note))
      notes.at(-1)!.parts.push({ lines: step.lines, joined })
      remarks.push(...continued(notes.at(-1)!, step, joined, belonging === 'note-asked', inNotes))
      note = step
      inNotes = true
      continue
    }
    if (belonging === 'text-asked') remarks.push(indentedAfter(notes.at(-1)!, step))
    const atEnd = inNotes && following.note === null
    const noSeam = atEnd && (isThanks(step) || namesPartBehind(textOf(step)))
    if (noSeam) remarks.push(partAtEnd(step))
    if (inNotes) onPage = 0
    const pageEnded = seam || (inNotes && !noSeam)
    pieces.push({ lines: step.lines, seam: pageEnded && pieces.length > 0 })
    text = step
    inNotes = false
    seam = false
    onPage += 1
  }
  return { ...separated, notes: notes.map(closed) }
}

/** Without the bracket that closes the whole note. */
function closed(note: RawNote): RawNote {
  const part = note.parts.at(-1)
  const line = part?.lines.at(-1)
  if (!note.opened || !part || !line?.text.endsWith(']')) return note
  const lines = [...part.lines.slice(0, -1), { ...line, text: line.text.slice(0, -1) }]
  return { ...note, parts: [...note.parts.slice(0, -1), { ...part, lines }] }
}

function continued(
  { label }: RawNote,
  { lines }: Unit,
  joined: boolean,
  asked: boolean,
  samePage: boolean,
): ScanRemark[] {
  const { offset, text } = lines[0]!
  const where = samePage ? 'nach einer Leerzeile' : 'am Fuß der folgenden Seite'
  const how = joined ? `geht ${where} mitten im Satz weiter` : `hat ${where} einen weiteren Absatz`
  const sentence = `Anm. ${label} ${how}: ${quoted(text, 40)}`
  return asked
    ? [
        question(
          'notes',
          offset,
          `${sentence}. Gehört das zum Haupttext, ist es dorthin zu setzen.`,
        ),
      ]
    : [remark('notes', offset, `${sentence}.`)]
}

function indentedAfter({ label }: RawNote, { lines }: Unit): ScanRemark {
  const { offset, text } = lines[0]!
  const sentence = `Nach Anm. ${label} steht: ${quoted(text, 40)}. Als Haupttext gelesen; gehört es zur Anmerkung, ist es dorthin zu setzen.`
  return question('notes', offset, sentence)
}

function titleOfNotes(unit: Unit): ScanRemark {
  const text = `${quoted(textOf(unit))} über den Anmerkungen ist weggelassen: sie stehen neben dem Text.`
  return remark('dropped', unit.lines[0]!.offset, text)
}

function partAtEnd(unit: Unit): ScanRemark {
  const what = isThanks(unit)
    ? 'Der Absatz nach den letzten Anmerkungen ist als Danksagung gelesen'
    : `${quoted(textOf(unit))} steht hinter den letzten Anmerkungen`
  const text = `${what}; ein Seitenwechsel davor ist nicht angenommen.`
  return question('pages', unit.lines[0]!.offset, text)
}
