import { starName } from '../../../contract/ids.ts'
import type { Remark } from '../../imported-text.ts'
import { remark } from '../../report/remark.ts'
import type { RawNote } from './note-zones.ts'
import type { LabelledNote } from './place-calls.ts'
import { placeOf } from './page-model.ts'

/** Gives each note its label: its number where the numbers of the print are unique, else numbers right through. */
export function labelNotes(
  footnotes: readonly RawNote[],
  parts: readonly (readonly RawNote[])[],
): { footnotes: LabelledNote[]; parts: LabelledNote[][]; remarks: Remark[] } {
  const remarks: Remark[] = []
  const stars = footnotes.filter(({ number }) => number === null)
  const numbers = footnotes.flatMap(({ number }) => (number === null ? [] : [number]))
  const through = stars.length > 1 || new Set(numbers).size < numbers.length
  let last = 0
  const feet = footnotes.map((note): LabelledNote => {
    const isStar = note === stars[0]
    if (!isStar) last += 1
    const label = isStar ? starName : String(through ? last : note.number)
    return { ...note, label, kind: 'footnote' }
  })
  if (through) {
    const restart = footnotes.find(({ restarts }) => restarts) ?? stars[1]
    const text =
      stars.length > 1
        ? 'Mehrere Anmerkungen mit Stern oder Kreuz: Alle nach der ersten sind durchgezählt.'
        : 'Die Zählung der Anmerkungen beginnt im Druck mehrmals neu; sie sind durchgezählt.'
    remarks.push(remark('notes', placeOf(restart?.lines[0] ?? { page: 1, number: 1 }), text))
  }
  const isBeside = footnotes.length > 0
  let count = 0
  const ends = parts.map((part) =>
    part.map((note): LabelledNote => {
      count += 1
      return { ...note, label: isBeside ? `e${count}` : String(count), kind: 'endnote' }
    }),
  )
  if (parts.length > 1) {
    const first = parts[1]![0]!.lines[0]!
    const text = 'Die Zählung der Endnoten beginnt mehrmals neu; sie sind durchgezählt.'
    remarks.push(remark('notes', placeOf(first), text))
  }
  return { footnotes: feet, parts: ends, remarks }
}
