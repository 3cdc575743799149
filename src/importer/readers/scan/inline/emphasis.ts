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
  /** Indices in `open` of runs with the same characters, innermost last. */
  const openRuns = new Map<string, number[]>()
  const single: number[] = []
  for (const run of text.matchAll(/\*+|_+/g)) {
    const before = text[run.index - 1] ?? ' '
    const after = text[run.index + run[0].length] ?? ' '
    const inWord = isLetter.test(before) && isLetter.test(after)
    if (inWord && !endsPartOfWord(text, open, run)) continue
    const opens = flanks(after, before)
    const same = openRuns.get(run[0]) ?? []
    const partner = flanks(before, after) ? (same.at(-1) ?? -1) : -1
    const width = run[0].length
    if (partner >= 0 && (width === 1 || width === 2)) {
      const kind = width === 1 ? 'emphasis' : 'strong'
      pairs.push({ kind, open: open[partner]!.index, close: run.index, width })
      for (const closed of open.splice(partner).toReversed()) {
        openRuns.get(closed[0])!.pop()
        if (closed[0] !== run[0]) single.push(closed.index)
      }
    } else if (opens) {
      openRuns.set(run[0], same)
      same.push(open.length)
      open.push(run)
    } else single.push(run.index)
  }
  for (const { index } of open) single.push(index)
  const [shallow, deep] = byDepth(pairs)
  for (const { open, close } of deep) single.push(open, close)
  return { pairs: shallow, single: single.sort((a, b) => a - b) }
}

function byDepth(pairs: readonly Emphasis[]): [Emphasis[], Emphasis[]] {
  const open: Emphasis[] = []
  const [shallow, deep]: [Emphasis[], Emphasis[]] = [[], []]
  for (const pair of pairs.toSorted((a, b) => a.open - b.open)) {
    while (open.length > 0 && open.at(-1)!.close < pair.open) open.pop()
    if (open.length < deepest) shallow.push(pair)
    else deep.push(pair)
    open.push(pair)
  }
  return [shallow, deep]
}

const isLetter = /[\p{L}\p{N}]/u

/** Whether emphasis of the first part of a word ends here: `_Linné_sche`, `*Goethe*schen`. */
function endsPartOfWord(
  text: string,
  open: readonly RegExpExecArray[],
  { 0: run, index }: RegExpExecArray,
): boolean {
  const last = open.at(-1)
  if (last?.[0] !== run) return false
  const rest = /^\S*/.exec(text.slice(index + run.length, index + run.length + longestWord))![0]
  const closedLater = rest
    .split(run[0]!)
    .slice(1)
    .some((after) => !isLetter.test(after[0] ?? ' '))
  return !/\s/.test(text.slice(last.index, index)) && !closedLater
}

const longestWord = 60

/** Emphasis inside of other emphasis, at most so deep. */
const deepest = 4

/** Whether stars are left- or right-flanking as defined by CommonMark; `inner`: the character on the word's side. */
function flanks(inner: string, outer: string): boolean {
  if (space.test(inner)) return false
  return !punctuation.test(inner) || space.test(outer) || punctuation.test(outer)
}
