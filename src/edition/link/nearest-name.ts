import { distance } from '../../contract/distance.ts'
import { slugOf } from '../../contract/folding.ts'

/**
 * The name that was probably meant where another was written: the only one of which it is a beginning, or that of a
 * part behind a hyphen, else the only one with few edits in it. Undefined if there is none, or several are as near.
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  const typed = slugOf(written)
  if (!typed) return undefined
  const limit = Math.min(3, Math.floor(typed.length / 3))
  let nearest: string[] = []
  let least = limit
  const parts: string[] = []
  for (const name of known) {
    const folded = slugOf(name)
    const edits = wholeDistance(typed, folded, limit)
    if (edits < least) nearest = []
    least = Math.min(least, edits)
    if (edits === least) nearest.push(name)
    if (typed.length > 2 && `-${folded}`.includes(`-${typed}`)) parts.push(name)
  }
  const meant = parts.length > 0 ? parts : nearest
  return meant.length === 1 ? meant[0] : undefined
}

/** `distance` is that to a beginning; this is that to the whole name. */
const wholeDistance = (typed: string, name: string, limit: number): number =>
  Math.max(distance(typed, name, limit), distance(name, typed, limit))
