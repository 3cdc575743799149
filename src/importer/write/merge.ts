import { diffArrays } from 'diff'
import { passageIn, passagesMoved } from './passages-moved.ts'

/** A passage that both sides have changed in different ways. */
export interface Conflict {
  /** Line in `own`, from 1. */
  line: number
  base: string
  own: string
  fresh: string
}

/**
 * Merges two versions of a text that was `base`. Changes to the same line, which is a whole paragraph, are merged by
 * words; changes to the same or to neighbouring words are conflicts, and so is a passage that both sides have taken from
 * its place and one or both have put elsewhere. `merged` is null if there are any.
 */
export function merge(
  base: string,
  own: string,
  fresh: string,
): { merged: string | null; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  let line = 1
  const regions = regionsOf(linesOf(base), linesOf(own), linesOf(fresh))
  const merged = regions.map((region) => {
    const text = mergedRegion(region, (region) => {
      const words = regionsOf(wordsOf(region.base), wordsOf(region.own), wordsOf(region.fresh))
      const parts = words.map((part) => mergedRegion(part, () => null))
      return parts.includes(null) ? null : parts.join('')
    })
    if (text === null) conflicts.push({ line, ...region })
    line += region.own.split('\n').length - 1
    return text
  })
  const whole = merged.join('')
  if (conflicts.length === 0)
    conflicts.push(
      ...movedTwice(regions, { own, fresh }, passagesMoved({ base, own, fresh, merged: whole })),
    )
  return { merged: conflicts.length > 0 ? null : whole, conflicts }
}

/** The places from which passages were taken that now stand elsewhere. */
function movedTwice(
  regions: readonly Region[],
  versions: { own: string; fresh: string },
  passages: ReadonlySet<string>,
): Conflict[] {
  let line = 1
  return regions.flatMap((region) => {
    const at = line
    line += region.own.split('\n').length - 1
    const isChanged = region.own !== region.base || region.fresh !== region.base
    const from = region.base
      .split('\n')
      .map(passageIn)
      .filter((one) => passages.has(one))
    if (!isChanged || from.length === 0) return []
    // What both have taken out stands elsewhere in one of them.
    const elsewhere = (text: string) =>
      linesOf(text)
        .filter((one) => from.includes(passageIn(one)))
        .join('')
    const [own, fresh] = [elsewhere(versions.own), elsewhere(versions.fresh)]
    return [{ line: at, ...region, ...(region.own === region.fresh ? { own, fresh } : {}) }]
  })
}

/** A part of all three versions; parts without changes are equal in all of them. */
interface Region {
  base: string
  own: string
  fresh: string
}

function mergedRegion(
  region: Region,
  whenBothChanged: (region: Region) => string | null,
): string | null {
  const { base, own, fresh } = region
  if (own === fresh || fresh === base) return own
  return own === base ? fresh : whenBothChanged(region)
}

/** A change of the tokens `from` to `to` (exclusive) of the base. */
interface Change {
  from: number
  to: number
  tokens: string[]
}

/** Divides three versions into parts at tokens that all of them share. */
function regionsOf(
  base: readonly string[],
  own: readonly string[],
  fresh: readonly string[],
): Region[] {
  const sides = [changesOf(base, own), changesOf(base, fresh)] as const
  const ranges = [...sides[0], ...sides[1]].sort((a, b) => a.from - b.from || a.to - b.to)
  const regions: Region[] = []
  let at = 0
  const same = (to: number) => {
    const text = base.slice(at, to).join('')
    if (text) regions.push({ base: text, own: text, fresh: text })
  }
  for (let i = 0; i < ranges.length;) {
    const { from } = ranges[i]!
    let { to } = ranges[i]!
    while (++i < ranges.length && ranges[i]!.from <= to) to = Math.max(to, ranges[i]!.to)
    same(from)
    const [ours, theirs] = sides.map((changes) => changed(base, changes, from, to))
    regions.push({ base: base.slice(from, to).join(''), own: ours!, fresh: theirs! })
    at = to
  }
  same(base.length)
  return regions
}

/** The tokens `from` to `to` of the base with the changes of one side. */
function changed(
  base: readonly string[],
  changes: readonly Change[],
  from: number,
  to: number,
): string {
  const parts: string[] = []
  let at = from
  for (const change of changes) {
    if (change.from < from || change.to > to) continue
    parts.push(...base.slice(at, change.from), ...change.tokens)
    at = change.to
  }
  return [...parts, ...base.slice(at, to)].join('')
}

function changesOf(base: readonly string[], other: readonly string[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let last: Change | null = null
  for (const { value, added, removed } of diffArrays([...base], [...other])) {
    if (!added && !removed) {
      at += value.length
      last = null
      continue
    }
    if (!last) changes.push((last = { from: at, to: at, tokens: [] }))
    if (added) last.tokens.push(...value)
    else last.to = at += value.length
  }
  return changes
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|./gu) ?? []
