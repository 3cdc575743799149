export type Dose = 'erste' | 'alle' | 'keine'

/** Whether an occurrence of a term links to its gloss. `first`: it is the first in its section. */
export function isCalling(first: boolean, known: boolean, dose: Dose): boolean {
  return !known && (dose === 'alle' || (dose === 'erste' && first))
}

/**
 * The gloss for each occurrence, in order. Only the first occurrence in a section has a gloss of its own; the others
 * get the nearest gloss of their term before them, else the nearest behind them.
 */
export function glossesOf(
  occurrences: readonly { term: string; gloss: string | undefined }[],
): (string | undefined)[] {
  const last = new Map<string, string>()
  const result = occurrences.map(({ term, gloss }) => {
    if (gloss) last.set(term, gloss)
    return last.get(term)
  })
  const next = new Map<string, string>()
  for (let i = occurrences.length - 1; i >= 0; i--) {
    const { term, gloss } = occurrences[i]!
    if (gloss) next.set(term, gloss)
    result[i] ??= next.get(term)
  }
  return result
}
