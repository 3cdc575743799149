import { addAll } from '../../add-all.ts'
import { emphasisIn } from './inline/emphasis.ts'
import { starName } from '../../../contract/ids.ts'
import type { Called, Item, Line } from './scan.ts'
import { callsWithin, joined } from './calls.ts'

/** A block of running text (`note: null`), or the beginning of a note without its mark. */
export interface Unit {
  lines: Line[]
  note: {
    label: string
    number: number | null
    offset: number
    /** Its mark has opened a bracket, as „[Fußnote 1:“ does. */
    opened: boolean
  } | null
}
export type Step = Unit | 'seam'

const star = /^\s*[*∗]\)?\s+(?=\S)/

/** Splits blocks at lines that begin a note: the first line with any number, others only with the next number. */
export function findNoteStarts(items: readonly Item[]): Step[] {
  let due = 1
  const called = new Set<number>()
  const steps: Step[] = []
  for (const [i, item] of items.entries()) {
    if (item.kind === 'seam') {
      steps.push('seam')
      continue
    }
    const units: Unit[] = []
    for (const line of item.lines) {
      const open = units.at(-1)
      const start = line.noteStart
      const isAlone = start?.length === line.text.length
      if (
        start &&
        (!isAlone || called.has(start.number)) &&
        (!open || (start.number === due && (open.note || called.has(due))))
      ) {
        units.push(noteUnit(line, start.length, start.number))
        due = start.number + 1
        continue
      }
      const starred = !open && due === 1 ? star.exec(line.text) : null
      if (starred && isStarNote(items, i)) units.push(noteUnit(line, starred[0].length, null))
      else if (open) open.lines.push(line)
      else units.push({ lines: [line], note: null })
      for (const { number } of line.calls) called.add(number)
    }
    addAll(steps, units)
  }
  return steps
}

/** A star at the beginning of a block is a note if notes follow or there is a star as a call, else a list dash. */
function isStarNote(items: readonly Item[], index: number): boolean {
  const linesOf = (item: Item | undefined) => (item?.kind === 'block' ? item.lines : [])
  if (linesOf(items[index]).some(({ calls }) => calls.length > 0)) return false
  const called = /[\p{L}\p{P}]\*(?=[\s.,;:!?)»]|$)/u
  return (
    linesOf(items[index + 1])[0]?.noteStart != null ||
    items
      .slice(0, index)
      .map((item) => textOf({ lines: linesOf(item) }))
      .some((text) => emphasisIn(text).single.some((at) => called.test(text.slice(at - 1, at + 2))))
  )
}

function noteUnit(line: Line, length: number, number: number | null): Unit {
  const { text, calls, offset } = line
  const words = { text: text.slice(length), calls: callsWithin(calls, length, text.length) }
  return {
    lines: [{ ...line, ...words, offset: offset + length, noteStart: null }],
    note: {
      label: number === null ? starName : String(number),
      number,
      offset,
      opened: /^\[[^\]]*$/.test(text.slice(0, length)),
    },
  }
}

/** The text of lines and the calls in it. */
export const wordsOf = ({ lines }: { lines: readonly Line[] }): Called => joined(lines, '\n')

export function textOf(unit: { lines: readonly Line[] }): string {
  return unit.lines.map(({ text }) => text).join('\n')
}
