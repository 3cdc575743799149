import { starName } from '../../../contract/ids.ts'
import type { ImportPosition } from '../../import-position.ts'
import {
  mapPassages,
  passagesOf,
  type Block,
  type Note,
  type Passage,
  type Point,
  type Remark,
} from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'

/** A note of a source before it has its label. */
export interface RawNote {
  /** As calls name it. */
  id: string
  /** As printed: `12`, `*`, `a`; empty if the source has none. */
  mark: string
  kind: 'footnote' | 'endnote'
  at: ImportPosition
  blocks: Block[]
}

export interface NumberedNotes {
  blocks: Block[]
  notes: Note[]
  remarks: Remark[]
}

/**
 * Gives notes their labels in the order of their calls: the numbers of the source if they count from 1, else numbers of
 * their own; endnotes beside footnotes have an e before the number, a star before note 1 keeps its name.
 */
export function numberNotes(blocks: readonly Block[], raw: readonly RawNote[]): NumberedNotes {
  const remarks: Remark[] = []
  const byId = new Map(raw.map((note) => [note.id, note]))
  const called = inOrderOfCalls(blocks, byId)
  const labels = labelsOf(called, remarks)
  const label = (passage: Passage): Passage => ({
    ...passage,
    points: passage.points.flatMap((point): Point[] => {
      if (point.kind !== 'call') return [point]
      const own = labels.get(point.label)
      return own === undefined ? [] : [{ ...point, label: own }]
    }),
  })
  const notes = called
    .filter(({ id }) => labels.has(id))
    .map((note): Note => ({
      label: labels.get(note.id)!,
      kind: note.kind,
      at: note.at,
      blocks: mapPassages(note.blocks, label),
    }))
  return { blocks: mapPassages(blocks, label), notes, remarks }
}

const callsIn = (blocks: readonly Block[]): string[] =>
  passagesOf(blocks).flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'call' ? [point.label] : [])),
  )

/** Notes that notes call come behind those of the text. */
function inOrderOfCalls(blocks: readonly Block[], byId: ReadonlyMap<string, RawNote>): RawNote[] {
  const order = new Set(callsIn(blocks))
  for (const id of order) for (const inner of callsIn(byId.get(id)?.blocks ?? [])) order.add(inner)
  return [...order].flatMap((id) => byId.get(id) ?? [])
}

function labelsOf(notes: readonly RawNote[], remarks: Remark[]): Map<string, string> {
  const labels = new Map<string, string>()
  const both = new Set(notes.map(({ kind }) => kind)).size > 1
  const first = notes[0]
  const star = first && /^\*\)?$/.test(first.mark) && notes.length > 1 ? first : null
  if (star) labels.set(star.id, starName)
  for (const kind of ['footnote', 'endnote'] as const) {
    const own = notes.filter((note) => note.kind === kind && note !== star)
    const prefix = both && kind === 'endnote' ? 'e' : ''
    const marks = own.map(({ mark }) =>
      mark.replace(/^[^\p{L}\p{N}*†‡§¶]+|[^\p{L}\p{N}*†‡§¶]+$/gu, ''),
    )
    const rises = marks.every(
      (mark, i) => /^[1-9]\d{0,4}$/.test(mark) && (i === 0 || Number(mark) > Number(marks[i - 1])),
    )
    own.forEach(({ id }, i) => labels.set(id, prefix + (rises ? marks[i]! : String(i + 1))))
    if (rises) {
      const gap = marks.findIndex(
        (mark, i) => Number(mark) !== (i === 0 ? 1 : Number(marks[i - 1]) + 1),
      )
      if (gap >= 0)
        remarks.push(
          question(
            'notes',
            own[gap]!.at,
            gap === 0
              ? `Die erste Anmerkung hat die Nummer ${marks[0]}.`
              : `Auf Anmerkung ${marks[gap - 1]} folgt Anmerkung ${marks[gap]}: fehlt eine?`,
          ),
        )
    } else if (own.length > 0 && marks.some((mark) => mark !== '')) {
      const as = marks
        .slice(0, 4)
        .map((mark) => quoted(mark || '–'))
        .join(', ')
      remarks.push(
        remark(
          'notes',
          own[0]!.at,
          `Die Anmerkungen sind in der Quelle nicht durchgezählt (${as}${own.length > 4 ? ' …' : ''}); jetzt ${own.length > 1 ? `zählen sie von 1 bis ${own.length}` : 'hat sie die Nummer 1'}.`,
        ),
      )
    }
  }
  return labels
}
