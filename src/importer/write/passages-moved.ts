/** Passages that a merge would have twice, or again after they were taken out. */

/**
 * The passages that stand in a merged text more or less often than both sides have meant: one side has taken a passage
 * out or put it elsewhere, as into a note, and the other has put it elsewhere too.
 */
export function passagesMoved(versions: {
  base: string
  own: string
  fresh: string
  merged: string
}): Set<string> {
  const [base, own, fresh, merged] = [
    versions.base,
    versions.own,
    versions.fresh,
    versions.merged,
  ].map(countsIn)
  const found = new Set<string>()
  for (const [passage, before] of base!) {
    const [a, b] = [own!.get(passage) ?? 0, fresh!.get(passage) ?? 0]
    if ((merged!.get(passage) ?? 0) !== (a === before ? b : a)) found.add(passage)
  }
  return found
}

/** A line without what says that it is part of a note, a list, a quotation or a heading; short ones may be repeated. */
export const passageIn = (line: string): string =>
  line.replace(/^(?:\s+|\[\^[^\]\s]+\]:|>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)+/u, '').trim()

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const passage = passageIn(line)
    if (/\p{L}.*\s.*\p{L}/u.test(passage)) counts.set(passage, (counts.get(passage) ?? 0) + 1)
  }
  return counts
}
