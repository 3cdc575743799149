import { areCentred, isAllBold, type Group } from './group-lines.ts'
import type { Measures } from './measures.ts'
import { textOf, type Line } from './page-model.ts'
import { levelOf } from './structure-tree.ts'
import { commonStyle } from './passages.ts'

const longestHeading = 240

/** Short, larger or bolder than the running text, set apart, not ending like a sentence. */
export function isHeading(group: Group, { size, roles }: Measures): boolean {
  const { lines, isApart } = group
  const text = wordsOf(lines)
  if (lines[0]!.block && isHeadingRole(roles)) return isTagged(group)
  if (!isApart || lines.length > 5 || text.length > longestHeading || !/\p{L}/u.test(text))
    return false
  const isLarger = lines.every((line) => line.size > 1.08 * size)
  if (isLarger) return true
  if (lines.some((line) => line.size < 0.97 * size) || /[,;]$/.test(text)) return false
  const style = commonStyle(lines)
  const endsPlain = !/[.:][»›"“)]*$/u.test(text) || /^(?:\d+(?:\.\d+)*|[IVX]+)\.?$/.test(text)
  if (lines.every(isAllBold) || /^[IVXL]{1,6}\.?$/.test(text)) return endsPlain || text.length < 8
  if (lines.length > 2 || text.length > 110 || !endsPlain) return false
  if (style.smallCaps || isCapitals(text)) return true
  return style.italic && lines.length === 1
}

const isHeadingRole = (roles: ReadonlySet<string>) =>
  [...roles].some((role) => /^(?:H[1-6]?|Title)$/.test(role))

const isTagged = ({ lines }: Group): boolean =>
  levelOf(lines[0]!.block) !== null && wordsOf(lines).length <= longestHeading

const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
const wordsOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => textOf(line))
    .join(' ')
    .trim()

/** Levels by look: larger before smaller, bold before plain, then italic; numbers such as 2.1 settle it. */
export function headingLevels(headings: readonly Group[]): (group: Group) => number | null {
  const looks = new Map(headings.map((group) => [group, lookOf(group)]))
  const ranked = [...new Map([...looks.values()].map((look) => [look.key, look])).values()].sort(
    (a, b) => b.weight - a.weight,
  )
  const ranks = new Map(ranked.map(({ key }, i) => [key, i + 1]))
  const byNumber = levelsByNumber(headings)
  const levels = new Map(
    headings.map((group) => [
      group,
      levelOf(group.lines[0]!.block) ?? byNumber.get(group) ?? ranks.get(looks.get(group)!.key)!,
    ]),
  )
  const highest = Math.min(...levels.values())
  return (group) => {
    const level = levels.get(group)
    return level === undefined ? null : Math.min(5, level - highest + 1)
  }
}

function lookOf({ lines }: Group): { key: string; weight: number } {
  const size = Math.round(Math.max(...lines.map((line) => line.size)) * 2) / 2
  const { bold, italic, smallCaps } = commonStyle(lines)
  const centred = areCentred(lines)
  const weight =
    size * 10 + (bold ? 4 : 0) + (smallCaps ? 2 : 0) + (centred ? 1 : 0) - (italic ? 3 : 0)
  return { key: String(weight), weight }
}

/** Where most headings are numbered „1“, „1.1“, their depth is the level. */
function levelsByNumber(headings: readonly Group[]): Map<Group, number> {
  const depths = new Map<Group, number>()
  for (const group of headings) {
    const number = /^(\d+(?:\.\d+)*)\.?\s/.exec(wordsOf(group.lines))?.[1]
    if (number) depths.set(group, number.split('.').length)
  }
  const isUsed = depths.size > 1 && [...depths.values()].some((depth) => depth > 1)
  return isUsed ? depths : new Map()
}
