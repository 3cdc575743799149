export type Dose = 'erste' | 'alle' | 'keine'

/** Whether an occurrence of a term leads to its gloss. `first`: the first in its section. */
export function isCalling(first: boolean, known: boolean, dose: Dose): boolean {
  return !known && (dose === 'alle' || (dose === 'erste' && first))
}

/**
 * For every occurrence in order the gloss it leads to: that of the first in its section, which is the nearest
 * before it, or behind it where none is before.
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
