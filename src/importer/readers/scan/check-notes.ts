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
  const missing = new Set<number>()
  const problems = [
    ...orderProblems(scan, notes, missing),
    ...partnerProblems(scan, notes, found, missing),
  ]
  return { problems, remarks: callRemarks(found) }
}

/** Adds the numbers skipped by gaps to `missing`. */
function orderProblems(scan: Scan, notes: readonly RawNote[], missing: Set<number>): Problem[] {
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
      for (let n = last + 1; n < number; n += 1) missing.add(n)
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
  missing: ReadonlySet<number>,
): Problem[] {
  const written = new Set(notes.map(({ number }) => number))
  const called = new Set(calls.map(({ number }) => number))
  return [
    ...calls
      .filter(({ number }) => !written.has(number) && !missing.has(number))
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
