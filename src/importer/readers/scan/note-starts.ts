import { emphasisIn } from './inline/emphasis.ts'
import type { Item, Line } from './scan.ts'
import { callsIn, noteStart, type Notation } from './note-marks.ts'

/** A block of running text (`note: null`), or what begins a note, its mark taken off. */
export interface Unit {
  lines: Line[]
  note: { label: string; number: number | null; offset: number } | null
}
export type Step = Unit | 'seam'

const star = /^\s*[*∗]\)?\s+(?=\S)/

/** Parts blocks at the lines that begin a note: at their head any number, within only the one that is due. */
export function unitsOf(notation: Notation, items: readonly Item[]): Step[] {
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
      const start = noteStart(notation, line.text)
      if (start && (!open || (start.number === due && (open.note || called.has(due))))) {
        units.push(noteUnit(line, start.length, start.number))
        due = start.number + 1
        continue
      }
      const starred = !open && due === 1 ? star.exec(line.text) : null
      if (starred && isStarNote(notation, items, i))
        units.push(noteUnit(line, starred[0].length, null))
      else if (open) open.lines.push(line)
      else units.push({ lines: [line], note: null })
      for (const { number } of callsIn(notation, line.text)) called.add(number)
    }
    steps.push(...units)
  }
  return steps
}

/** A star at the head of a block is a note if the notes follow or a star was set as a call, else a dash. */
function isStarNote(notation: Notation, items: readonly Item[], index: number): boolean {
  const texts = items.map((item) => (item.kind === 'block' ? textOf(item) : ''))
  if (callsIn(notation, texts[index]!).length > 0) return false
  const called = /[\p{L}\p{P}]\*(?=[\s.,;:!?)»]|$)/u
  return (
    noteStart(notation, texts[index + 1] ?? '') !== null ||
    texts
      .slice(0, index)
      .some((text) => emphasisIn(text).single.some((at) => called.test(text.slice(at - 1, at + 2))))
  )
}

function noteUnit({ text, offset, indent }: Line, length: number, number: number | null): Unit {
  return {
    lines: [{ text: text.slice(length), offset: offset + length, indent }],
    note: { label: number === null ? 'stern' : String(number), number, offset },
  }
}

export function textOf(unit: { lines: readonly Line[] }): string {
  return unit.lines.map(({ text }) => text).join('\n')
}
