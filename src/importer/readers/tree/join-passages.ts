import { addAll } from '../../add-all.ts'
import type { Passage } from '../../imported-text.ts'

/** Several passages as one, with `between` between their texts; empty ones are left out. */
export function joinPassages(passages: readonly Passage[], between: string): Passage {
  const [only, ...more] = passages
  if (only && more.length === 0) return only
  const joined = {
    text: '',
    positions: [] as Passage['positions'][number][],
    marks: [] as Passage['marks'][number][],
    points: [] as Passage['points'][number][],
  }
  for (const { text, positions, marks, points } of passages) {
    if (joined.text !== '' && text !== '') joined.text += between
    const by = joined.text.length
    joined.text += text
    addAll(
      joined.positions,
      positions.map((one) => ({ ...one, index: one.index + by })),
    )
    addAll(
      joined.marks,
      marks.map((one) => ({ ...one, from: one.from + by, to: one.to + by })),
    )
    addAll(
      joined.points,
      points.map((one) => ({ ...one, index: one.index + by })),
    )
  }
  return joined
}
