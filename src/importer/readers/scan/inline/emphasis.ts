export interface Emphasis {
  kind: 'emphasis' | 'strong'
  /** Indices of the opening and closing stars; both are `width` long. */
  open: number
  close: number
  width: 1 | 2
}

const space = /\s/u
const punctuation = /[\p{P}\p{S}]/u

/**
 * Finds `*words*` and `**words**` by the rules of Markdown, so that they can be written as such again.
 * A star between two letters is a gender star; unpaired stars are returned as `single`.
 */
export function emphasisIn(text: string): { pairs: Emphasis[]; single: number[] } {
  const pairs: Emphasis[] = []
  const open: RegExpExecArray[] = []
  const single: number[] = []
  for (const run of text.matchAll(/\*+|_+/g)) {
    const before = text[run.index - 1] ?? ' '
    const after = text[run.index + run[0].length] ?? ' '
    if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) continue
    const opens = flanks(after, before)
    const partner = flanks(before, after) ? open.findLastIndex(([stars]) => stars === run[0]) : -1
    const width = run[0].length
    if (partner >= 0 && (width === 1 || width === 2)) {
      const kind = width === 1 ? 'emphasis' : 'strong'
      pairs.push({ kind, open: open[partner]!.index, close: run.index, width })
      single.push(
        ...open
          .splice(partner)
          .slice(1)
          .map(({ index }) => index),
      )
    } else if (opens) open.push(run)
    else single.push(run.index)
  }
  single.push(...open.map(({ index }) => index))
  return { pairs, single: single.sort((a, b) => a - b) }
}

/** Whether stars are left- or right-flanking as defined by CommonMark; `inner`: the character on the word's side. */
function flanks(inner: string, outer: string): boolean {
  if (space.test(inner)) return false
  return !punctuation.test(inner) || space.test(outer) || punctuation.test(outer)
}
