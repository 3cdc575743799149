import type { Question } from './model.ts'

/**
 * Questions in the order in which they stand in a passage, by which they are numbered: each at the first paragraph that
 * it is about; those about none come last.
 * @param numbers of the paragraphs of the passage, in order
 */
export function inOrderOfText<Q extends Pick<Question, 'at'>>(
  questions: readonly Q[],
  numbers: readonly string[],
): Q[] {
  const placeOf = ({ at }: Q) => {
    const place = numbers.findIndex((number) => at.includes(number))
    return place < 0 ? numbers.length : place
  }
  return questions.toSorted((a, b) => placeOf(a) - placeOf(b))
}
