/** The order of questions: the most doubtful first. */
import type { Remark } from '../imported-text.ts'
import { comparePositions } from '../import-position.ts'

/**
 * First by their own doubt; then a question that is rarely asked before those that are asked all over the text, which
 * one answer mostly settles; then by place.
 */
export function byDoubt(questions: readonly Remark[]): Remark[] {
  const counts = new Map<string, number>()
  for (const one of questions) {
    const kind = kindOf(one)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return questions.toSorted(
    (a, b) =>
      (b.doubt ?? 1) - (a.doubt ?? 1) ||
      counts.get(kindOf(a))! - counts.get(kindOf(b))! ||
      comparePositions(a.at, b.at),
  )
}

/** The sentence without the words and numbers that it is about. */
const kindOf = ({ topic, text }: Remark): string =>
  `${topic} ${text.replace(/[„‹`].*?[“›`]|\d+/gs, '…')}`
