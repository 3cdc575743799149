/** Lines → groups that each are a paragraph, a heading, an item of a list or a line of verse. */
import { endsSentence } from './line-ends.ts'
import { containersOf, isLoose, type Element } from './structure-tree.ts'
import { listMarker } from './list-markers.ts'
import type { Measures } from './measures.ts'
import { indentOf, textOf, type Line } from './page-model.ts'

export interface Group {
  lines: Line[]
  /** Between this group and the one before is more space than between lines. */
  isApart: boolean
}

export function groupLines(lines: readonly Line[], measures: Measures): Group[] {
  const groups: Group[] = []
  for (const [i, line] of lines.entries()) {
    const last = groups.at(-1)
    const above = last?.lines.at(-1)
    if (last && above && !breaksAt(last.lines, above, line, lines[i + 1], measures))
      last.lines.push(line)
    else groups.push({ lines: [line], isApart: !above || isSpaced(above, line, measures) })
  }
  return groups
}

/** Role of a block, and roles around it. */
const kindOf = (block: Element): string =>
  [...containersOf(block), block].map(({ role }) => role).join(' ')

/** Whether the line is in the column of the line above, below it. */
export const isBelow = (above: Line, line: Line): boolean =>
  above.column === line.column && line.y > above.y

function isSpaced(above: Line, line: Line, measures: Measures): boolean {
  if (!isBelow(above, line) || Math.abs(above.size - line.size) > 0.06 * measures.size) return true
  return line.y - above.y > 1.22 * usualStep(above, line, measures)
}

/** Distance of the baselines within a paragraph of this size. */
function usualStep(above: Line, line: Line, { size, leading }: Measures): number {
  const larger = Math.max(above.size, line.size)
  return larger > 1.1 * size ? 1.28 * larger : (leading * larger) / size
}

function breaksAt(
  group: readonly Line[],
  above: Line,
  line: Line,
  next: Line | undefined,
  measures: Measures,
): boolean {
  if (line.block && above.block && !(line.block === above.block && isLoose(line.block))) {
    if (line.page === above.page)
      return line.block !== above.block || Math.abs(line.size - above.size) > 0.1 * measures.size
    const kind = kindOf(line.block)
    if (kind !== kindOf(above.block)) return true
    // A page begins with another row.
    if (/\bT[DH]\b/.test(kind)) return true
  }
  if (Math.abs(line.size - above.size) > 0.06 * measures.size) return true
  if (beginsItem(group, above, line, measures)) return true
  if (isAllBold(line) !== isAllBold(above) && (hasRoom(above, line, measures) || group.length > 1))
    return true
  const isMid = isMidSentence(above, line)
  if (!isBelow(above, line)) {
    if (isDivided(above)) return false
    if (line.size > 1.1 * measures.size || isAllBold(line)) return hasRoom(above, line, measures)
    if (isMid && endsOpen(above)) return false
    if (indentOf(line) > 0.7 * line.size && measures.isIndented && !isMid)
      return indentOf(line) !== indentOf(above) || hasRoom(above, line, measures)
    return hasRoom(above, line, measures) && !isMid
  }
  if (isSpaced(above, line, measures)) return true
  if (isDivided(above)) return false
  const shift = line.x - above.x
  const step = 0.7 * line.size
  if (areCentred([above, line])) return hasRoomCentred(above, line)
  if (shift > step) return !isHanging(group, above, line, next, measures)
  if (shift < -step) {
    if (group.length > 1 && isHung(group)) return true
    if (group.length > 1 && Math.abs(group[1]!.x - above.x) < 2) return true
    return hasRoom(above, line, measures) && !isMid
  }
  return hasRoom(above, line, measures) && !(isMid && endsOpen(above))
}

/**
 * Whether a line ends before its edge: in justified text by more than a space, in ragged text by more than the first word
 * of the next line.
 */
export function hasRoom(above: Line, line: Line, { isJustified, size }: Measures): boolean {
  const room = above.edge - above.right
  const isStretched = textOf(above).trim().split(/\s+/).length > 2
  if (isJustified && isStretched && above.size < 1.08 * size && !isAllBold(above))
    return room > 1.1 * line.size
  const text = textOf(line)
  const word = text.split(/[\s\u00A0]/, 1)[0]!
  const width = ((line.right - line.x) * word.length) / text.length
  return room > width + 1.2 * line.size
}

/** For centred lines the room is on both sides. */
function hasRoomCentred(above: Line, line: Line): boolean {
  const text = textOf(line)
  const word = text.split(/\s/, 1)[0]!
  const width = ((line.right - line.x) * word.length) / text.length
  const { left, right } = above.column
  return right - left - (above.right - above.x) > width + 0.6 * line.size
}

/** Whether a line stands in the middle of its column, away from both edges. */
export const isCentred = (line: Line): boolean =>
  indentOf(line) > line.size && line.column.right - line.right > line.size && isSymmetric(line)

function isSymmetric({ x, right, size, column }: Line): boolean {
  const left = x - column.left
  const rest = column.right - right
  return Math.abs(left - rest) < 0.6 * size + 0.08 * (left + rest)
}

/** Whether lines stand in the middle; lines that begin at one place are set in instead. */
export const areCentred = (lines: readonly Line[]): boolean =>
  lines.every((line) => isSymmetric(line) && indentOf(line) > 0.3 * line.size) &&
  lines.some(isCentred) &&
  (lines.length === 1 || lines.some(({ x }) => Math.abs(x - lines[0]!.x) > 2))

const isDivided = (line: Line): boolean => /[\p{L}][-\u00AD¬]$/u.test(textOf(line).trimEnd())
const endsOpen = (line: Line): boolean => !endsSentence(textOf(line))
const isMidSentence = (above: Line, line: Line): boolean =>
  /^[«‹„“(]*\p{Ll}/u.test(textOf(line)) && endsOpen(above)

/** Whether a line with the mark of a list begins an item: beside one, set in, or where the line above ends early. */
function beginsItem(group: readonly Line[], above: Line, line: Line, measures: Measures): boolean {
  const marker = listMarker(line, measures)
  if (!marker) return false
  const [first] = group as [Line, ...Line[]]
  const before = listMarker(first, measures)
  if (before?.form === marker.form && Math.abs(first.x - line.x) < 3) {
    const counts = marker.number === null || marker.number === (before.number ?? 0) + 1
    if (counts) return true
  }
  if (!isBelow(above, line) || isSpaced(above, line, measures)) return true
  if (marker.number === null) return !isMidSentence(above, line) || line.x !== above.x
  if (before && line.x < first.x - 3) return true
  return (before !== null && line.x > first.x + 3) || hasRoom(above, line, measures)
}

export const isAllBold = ({ pieces }: Line): boolean =>
  pieces.every(({ style, text, call }) => style.bold || call !== null || !/\p{L}/u.test(text)) &&
  pieces.some(({ style }) => style.bold)

/** Whether the first line of a group is left of all others. */
function isHung(group: readonly Line[]): boolean {
  const [first, ...others] = group
  return others.every((line) => line.x - first!.x > 0.5 * line.size)
}

/** Whether an indented line goes on with a group whose first line stands further left. */
function isHanging(
  group: readonly Line[],
  above: Line,
  line: Line,
  next: Line | undefined,
  measures: Measures,
): boolean {
  if (group.length > 1) return false
  if (listMarker(above, measures)) return true
  if (hasRoom(above, line, measures)) return false
  if (above.size > 1.08 * measures.size) return true
  if (isMidSentence(above, line)) return true
  const goesOn = next && isBelow(line, next) && Math.abs(next.x - line.x) < 2
  if (goesOn) return indentOf(above) < 2 && !measures.isIndented
  return endsOpen(above) && !measures.isIndented
}
