import type { ReadOptions } from '../reader.ts'
import { question, remark } from '../../report/remark.ts'
import { columnJoint, dividedAtNotes, endsAtStop } from './column-ends.ts'
import { ComposedText } from './composed-text.ts'
import { findGutters, type Gutter, type Row } from './find-gutters.ts'
import { findNoteMarks } from './find-note-marks.ts'
import { judge, withoutHeads, type Judgement } from './judge-gutter.ts'
import { linesOf } from './lines.ts'
import type { Scan, ScanRemark, ScanRemarked } from './scan.ts'
import { beginsLowerCase } from './sentence.ts'

const read = 'Spalten stehen nebeneinander; sie sind eine nach der anderen gelesen.'
const unsure =
  'Spalten stehen nebeneinander; sie sind eine nach der anderen gelesen. Ist es eine Tabelle, ist mit --columns 1 zu importieren.'
const kept =
  'Lücken stehen untereinander wie zwischen Spalten oder in einer Tabelle; gelesen ist Zeile für Zeile. Sind es Spalten, ist mit --columns 2 zu importieren.'

/** What stands on a page from top to bottom: lines as they are, or columns side by side. */
type Part =
  | { kind: 'rows'; rows: Row[]; asked: boolean }
  | { kind: 'columns'; columns: Column[]; unsure: boolean }

interface Column {
  rows: readonly Row[]
  /** Spaces that each row gets before it. */
  padding: number
}

/** Reads columns that stand side by side one after the other; their notes come behind all of them. */
export function readColumns(
  scan: Scan,
  { columns: wanted, notes }: Pick<ReadOptions, 'columns' | 'notes'>,
): ScanRemarked<Scan> {
  const pages = wanted === 1 ? [] : pagesOf(scan.text).map((rows) => partsOf(rows, wanted === 2, 0))
  const parts = pages.flat()
  if (parts.every((part) => part.kind === 'rows' && !part.asked)) {
    const none =
      'Zwei Spalten waren mit --columns 2 verlangt; im Text ist keine Lücke zwischen Spalten zu finden.'
    return { value: scan, remarks: wanted === 2 ? [question('pages', 0, none)] : [] }
  }
  const plain = composed(pages, () => false).text
  const starts = new Set(
    findNoteMarks(linesOf(plain.text), notes).value.flatMap((line) =>
      line?.noteStart ? [plain.originOf(line.offset)] : [],
    ),
  )
  const { text, remarks } = composed(pages, (offset) => starts.has(offset))
  const positionOf = (offset: number) => scan.positionOf(text.originOf(offset))
  return { value: { file: scan.file, text: text.text, positionOf }, remarks }
}

/** `beginsNote`: whether a note begins at an offset of the scan. */
function composed(
  pages: readonly Part[][],
  beginsNote: (offset: number) => boolean,
): { text: ComposedText; remarks: ScanRemark[] } {
  const text = new ComposedText()
  const remarks: ScanRemark[] = []
  const write = ({ text: line, from }: Row, padding = 0) => {
    text.add(' '.repeat(line.trim() ? padding : 0), from)
    text.add(`${line}\n`, from)
  }
  for (const [nth, parts] of pages.entries()) {
    if (nth > 0) text.add('\f', parts[0]!.kind === 'rows' ? parts[0]!.rows[0]!.from : 0)
    for (const part of parts) {
      const { length } = text.text
      if (part.kind === 'rows') {
        if (part.asked) remarks.push(question('pages', length, kept))
        part.rows.forEach((row) => write(row))
        continue
      }
      remarks.push((part.unsure ? question : remark)('pages', length, part.unsure ? unsure : read))
      const divided = part.columns.map(({ rows }) => dividedAtNotes(rows, beginsNote))
      for (const [i, { body }] of divided.entries()) {
        const joint = columnJoint(divided[i - 1]?.body ?? [], body)
        if (joint.apart) write({ text: '', from: body[0]!.from })
        if (joint.question) remarks.push(question('paragraphs', text.text.length, joint.question))
        body.forEach((row) => write(row, part.columns[i]!.padding))
      }
      for (const [i, { notes }] of divided.entries()) {
        if (notes[0]) write({ text: '', from: notes[0].from })
        notes.forEach((row) => write(row, part.columns[i]!.padding))
      }
    }
  }
  return { text, remarks }
}

function pagesOf(text: string): Row[][] {
  let from = 0
  return text.split('\f').map((page) => {
    const rows = page.split('\n').map((line) => {
      const row = { text: line.replaceAll('\t', ' '), from }
      from += line.length + 1
      return row
    })
    return rows
  })
}

function partsOf(rows: readonly Row[], forced: boolean, depth: number): Part[] {
  const parts: Part[] = []
  let done = 0
  const upTo = (to: number) => {
    if (to > done) parts.push({ kind: 'rows', rows: rows.slice(done, to), asked: false })
    done = to
  }
  for (const found of findGutters(rows)) {
    const gutter = withoutHeads(rows, found)
    const judgement = judge(rows, gutter, forced)
    if (judgement === null) continue
    upTo(gutter.from)
    parts.push(partAt(rows, gutter, judgement, depth))
    done = gutter.to
  }
  upTo(rows.length)
  return parts
}

function partAt(rows: readonly Row[], gutter: Gutter, judgement: Judgement, depth: number): Part {
  const own = rows.slice(gutter.from, gutter.to)
  if (judgement === 'kept') return { kind: 'rows', rows: own, asked: true }
  const margin = Math.min(...own.map(({ text }) => (text.trim() ? text.search(/\S/) : Infinity)))
  const [left, right] = [
    own.map(({ text, from }) => ({ text: text.slice(0, gutter.edge).trimEnd(), from })),
    own.map(({ text, from }) => ({
      text: text.slice(gutter.edge).trimEnd(),
      from: from + gutter.edge,
    })),
  ]
  const columns = [withoutRowsOf(left, right), withoutRowsOf(right, left)].flatMap((rows) => {
    // A third column.
    const inner = depth > 0 ? [] : partsOf(rows, judgement === 'columns', depth + 1)
    return inner.some(({ kind }) => kind === 'columns')
      ? inner.flatMap((part) =>
          part.kind === 'rows' ? [indented(part.rows, margin)] : part.columns,
        )
      : [indented(rows, margin)]
  })
  return { kind: 'columns', unsure: judgement === 'unsure', columns }
}

/** Without the blank lines that are there because the `other` column has a line of its own, between two of this one. */
function withoutRowsOf(rows: readonly Row[], other: readonly Row[]): Row[] {
  const isBlank = ({ text }: Row) => text.trim() === ''
  const widest = Math.max(...rows.map(({ text }) => text.trim().length))
  const flowsOn = (before: Row, after: Row) =>
    beginsLowerCase(after.text.trim()) ||
    (before.text.trim().length > widest * 0.7 && !endsAtStop(before))
  return rows.filter((row, at) => {
    const [before, after] = [rows[at - 1], rows[at + 1]]
    if (!isBlank(row) || isBlank(other[at]!) || !before || !after) return true
    return isBlank(before) || isBlank(after) || !flowsOn(before, after)
  })
}

/** The rows as a column that begins as far from the edge as the page. */
function indented(rows: readonly Row[], margin: number): Column {
  const own = Math.min(...rows.map(({ text }) => (text.trim() ? text.search(/\S/) : Infinity)))
  return { rows, padding: Math.max(0, margin - own) }
}
