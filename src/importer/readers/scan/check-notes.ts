import type { SeparatedNotes, RawNote } from './separate-notes.ts'
import type { Call, Scan, ScanRemark } from './scan.ts'
import { problemIn, type Problem } from '../../problems.ts'
import { question } from '../../report/remark.ts'

/** Checks that notes and calls match one to one and in order: problems if not, questions if only unusual. */
export function checkNotes(
  scan: Scan,
  { pieces, notes }: SeparatedNotes,
): { problems: Problem[]; remarks: ScanRemark[] } {
  const found = pieces.flatMap(({ lines }) =>
    lines.flatMap(({ calls, offset }) =>
      calls.map((call) => ({ ...call, index: call.index + offset })),
    ),
  )
  const gaps: Gap[] = []
  const problems = [
    ...orderProblems(scan, notes, gaps),
    ...partnerProblems(scan, notes, found, gaps),
  ]
  return { problems, remarks: callRemarks(found) }
}

/** Between the notes of these numbers others are missing: as many as a misread number has digits for. */
interface Gap {
  after: number
  before: number
}

/** Adds the gaps between numbers to `gaps`. */
function orderProblems(scan: Scan, notes: readonly RawNote[], gaps: Gap[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<number, RawNote>()
  let last = 0
  for (const note of notes) {
    const { number, offset } = note
    if (number === null) continue
    const twin = seen.get(number)
    if (twin) {
      const line = scan.positionOf(twin.offset).line
      problems.push(problemIn(scan, offset, 'note-repeated', String(number), line))
      continue
    }
    if (number !== last + 1) {
      problems.push(problemIn(scan, offset, 'note-gap', last, number))
      gaps.push({ after: last, before: number })
    }
    seen.set(number, note)
    last = number
  }
  return problems
}

function partnerProblems(
  scan: Scan,
  notes: readonly RawNote[],
  calls: readonly Call[],
  gaps: readonly Gap[],
): Problem[] {
  const written = new Set(notes.map(({ number }) => number))
  const called = new Set(calls.map(({ number }) => number))
  const isMissing = (number: number) =>
    gaps.some(({ after, before }) => number > after && number < before)
  return [
    ...calls
      .filter(({ number }) => !written.has(number) && !isMissing(number))
      .map(({ number, index }) => problemIn(scan, index, 'call-without-note', String(number))),
    ...[...new Map(notes.toReversed().map((note) => [note.number, note])).values()]
      .toReversed()
      .filter(({ number }) => number !== null && !called.has(number))
      .map(({ number, offset }) => problemIn(scan, offset, 'note-without-call', String(number))),
  ]
}

function callRemarks(calls: readonly Call[]): ScanRemark[] {
  const seen = new Set<number>()
  let last = 0
  return calls.flatMap(({ number, index }) => {
    const twice = seen.has(number)
    seen.add(number)
    const before = last
    last = number
    if (twice)
      return [question('notes', index, `Anm. ${number} wird hier ein zweites Mal aufgerufen.`)]
    return number < before
      ? [question('notes', index, `Anm. ${number} wird erst nach Anm. ${before} aufgerufen.`)]
      : []
  })
}
