/** Groups of lines → headings, paragraphs, quotes, lists and verse. */
import type { Block } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { namesPartBehind } from '../scan/titles.ts'
import { areCentred, hasRoom, isAllBold, isCentred, type Group } from './group-lines.ts'
import { headingLevels, isHeading } from './headings.ts'
import { endsSentence } from './line-ends.ts'
import { listMarker, type ListMarker } from './list-markers.ts'
import type { Measures } from './measures.ts'
import { withoutStart } from './note-marks.ts'
import { indentOf, placeOf, textOf, type Line } from './page-model.ts'
import type { PagePicture } from './pictures.ts'
import { commonStyle, passageOf, type Setting } from './passages.ts'
import { isTable, linesOf, tableOf, type TableLines } from './tables.ts'
import { areVerses, leaf, taggedBlocks, type TaggedPart } from './tagged-blocks.ts'

export interface PicturePart {
  picture: PagePicture
  caption: Line[]
}

export type Part = Group | TableLines | TaggedPart | PicturePart

export const isGroup = (part: Part): part is Group => 'isApart' in part

export const linesIn = (part: Part): Line[] => {
  if (isGroup(part)) return part.lines
  if ('picture' in part) return part.caption
  return isTable(part)
    ? linesOf(part)
    : [...part.caption, ...part.groups.flatMap(({ lines }) => lines)]
}

export function blocksOf(
  parts: readonly Part[],
  measures: Measures,
  setting: Setting & { figureOf: (part: PicturePart) => Block },
): Block[] {
  const levels = headingLevels(
    parts.filter((part): part is Group => isGroup(part) && isHeading(part, measures)),
  )
  const blocks: Block[] = []
  const lists: OpenList[] = []
  /** The last one, which ends before the part `end`. */
  let stanza = { end: -1, indent: 0, x: 0 }
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i]!
    if (!isGroup(part)) {
      lists.length = 0
      if ('picture' in part) blocks.push(setting.figureOf(part))
      else if (isTable(part)) blocks.push(...tableOf(part, setting))
      else blocks.push(...taggedBlocks(part, measures, setting))
      continue
    }
    const [first] = part.lines as [Line, ...Line[]]
    const level = levels(part)
    if (level !== null || (namesPartBehind(textOf(first)) && part.lines.length === 1)) {
      lists.length = 0
      const style = { ...commonStyle(part.lines), bold: true }
      blocks.push({
        kind: 'heading',
        level: level ?? 1,
        content: passageOf(part.lines, setting, style),
      })
      continue
    }
    const isListed = first.block !== null && measures.roles.has('L')
    const marker = isListed ? null : listMarker(first, measures)
    if (marker && isItem(parts, i, marker, measures, lists)) {
      const inset = { ...marker, wordsAt: marker.wordsAt - first.column.left }
      addItem(blocks, lists, inset, indentOf(first), {
        kind: 'paragraph',
        content: passageOf([withoutMarker(first, marker), ...part.lines.slice(1)], setting),
      })
      continue
    }
    const item = lists.at(-1)
    if (
      item &&
      Math.abs(indentOf(first) - item.wordsAt) < 0.8 * first.size &&
      indentOf(first) > 0.7 * first.size
    ) {
      item.items.at(-1)!.push({ kind: 'paragraph', content: passageOf(part.lines, setting) })
      continue
    }
    lists.length = 0
    const isBehind = stanza.end === i && Math.abs(indentOf(first) - stanza.indent) < 1
    const verse = isBehind ? stanzaFrom(parts, i, measures) : verseFrom(parts, i, measures)
    if (verse > 0) {
      const own = parts.slice(i, i + verse) as Group[]
      const place = placeOf(first)
      const sentence = `${verse === 1 ? 'Eine kurze Zeile' : `${verse} kurze Zeilen`} ab ${quoted(textOf(first))} ${verse === 1 ? 'ist als Vers' : 'sind als Verse'} gelesen.`
      setting.remarks.push(remark('paragraphs', place, sentence))
      const edge = Math.min(
        stanza.end === i ? stanza.x : Infinity,
        ...own.map(({ lines }) => lines[0]!.x),
      )
      blocks.push({
        kind: 'verse',
        lines: own.map(({ lines }) => passageOf(indented(lines, edge), setting)),
      })
      stanza = { end: i + verse, indent: indentOf(first), x: edge }
      i += verse - 1
      continue
    }
    if (areVerses(part.lines, measures)) {
      blocks.push(leaf(part, measures, setting))
      continue
    }
    const content = passageOf(part.lines, setting)
    if (isQuote(part, measures)) {
      const last = blocks.at(-1)
      const paragraph: Block = { kind: 'paragraph', content }
      const place = placeOf(first)
      const before = parts[i - 1]
      if (last?.kind === 'quote' && before && isGroup(before) && isQuote(before, measures))
        last.blocks.push(paragraph)
      else blocks.push({ kind: 'quote', blocks: [paragraph] })
      setting.remarks.push(
        remark('quotes', place, `Eingerückt, als Blockzitat gelesen: ${quoted(content.text)}.`),
      )
    } else {
      blocks.push({ kind: 'paragraph', content })
      askAboutJoint(part, setting)
    }
  }
  return blocks
}

/** A paragraph that goes on over a page break after a full stop. */
function askAboutJoint({ lines }: Group, setting: Setting): void {
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    if (!above || above.page === line.page) continue
    if (!endsSentence(textOf(above)) || !/^[«‹„“»(]*\p{Lu}/u.test(textOf(line))) continue
    const sentence = `Über den Seitenwechsel verbunden: ${quoted(textOf(above).slice(-40))} und ${quoted(textOf(line), 40)}; beginnt hier ein Absatz?`
    setting.remarks.push(question('paragraphs', placeOf(line), sentence))
  }
}

interface OpenList {
  /** From the left edge of the column. */
  x: number
  wordsAt: number
  form: string
  items: Block[][]
}

/** Whether a group with a mark is an item: lists have several, or their other lines hang. */
function isItem(
  parts: readonly Part[],
  i: number,
  marker: ListMarker,
  measures: Measures,
  lists: readonly OpenList[],
): boolean {
  if (lists.some(({ form }) => form === marker.form)) return true
  const { lines } = parts[i] as Group
  const [first, second] = lines as [Line, Line?]
  if (second && second.x - first.x > 0.6 * first.size) return true
  if (marker.number === null && indentOf(first) > 0.7 * measures.size) return true
  if (marker.number !== null && marker.number !== 1) return false
  return parts.slice(i + 1, i + 4).some((next) => {
    if (!isGroup(next)) return false
    const other = listMarker(next.lines[0]!, measures)
    return (
      other?.form === marker.form && (marker.number === null || other.number === marker.number + 1)
    )
  })
}

/** Adds an item to the open list of its place, or begins a list in the last item. */
function addItem(
  blocks: Block[],
  lists: OpenList[],
  { form, number, wordsAt }: ListMarker,
  x: number,
  content: Block,
): void {
  while (lists.length > 0 && x < lists.at(-1)!.x - 3) lists.pop()
  let list = lists.at(-1)
  if (list && Math.abs(x - list.x) <= 3 && list.form !== form) {
    lists.pop()
    list = undefined
  }
  if (list && Math.abs(x - list.x) <= 3) {
    list.items.push([content])
    list.wordsAt = wordsAt
    return
  }
  const outer = lists.at(-1)
  const items: Block[][] = [[content]]
  ;(outer ? outer.items.at(-1)! : blocks).push({ kind: 'list', start: number, items })
  lists.push({ x, wordsAt, form, items })
}

const withoutMarker = (line: Line, { text }: ListMarker): Line => ({
  ...line,
  pieces: withoutStart(line.pieces, text),
})

/** Set in on the left in all lines, on several lines or also on the right; or in smaller print. */
function isQuote({ lines, isApart }: Group, { size, isIndented, roles }: Measures): boolean {
  const [first] = lines as [Line, ...Line[]]
  if (first.block && roles.has('BlockQuote')) return false
  const inset = Math.min(...lines.map(indentOf))
  if (lines.every((line) => line.size < 0.96 * size && line.size > 0.7 * size))
    return isApart && textLength(lines) > 60 && !isCentred(first)
  if (inset < 0.9 * size || lines.some(isAllBold)) return false
  if (lines.length > 1) return !areCentred(lines)
  return isApart && !isCentred(first) && !(isIndented && inset < 3 * size)
}

const textLength = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + textOf(line).length, 0)

/** A line of verse with no-break spaces for what it is farther in than others. */
function indented([first, ...others]: readonly Line[], edge: number): Line[] {
  const spaces = Math.round((first!.x - edge) / (0.5 * first!.size))
  const [piece] = first!.pieces
  if (spaces < 2 || !piece) return [first!, ...others]
  const space = { ...piece, text: '\u00A0'.repeat(spaces), page: null, right: piece.x }
  return [{ ...first!, pieces: [space, ...first!.pieces] }, ...others]
}

/** How many groups from `i` on are lines of another stanza of a poem: long ones go on farther in. */
function stanzaFrom(parts: readonly Part[], i: number, measures: Measures): number {
  const isVerse = (part: Part): part is Group => {
    if (!isGroup(part) || isHeading(part, measures)) return false
    const [first, ...others] = part.lines as [Line, ...Line[]]
    return (
      listMarker(first, measures) === null &&
      others.every(({ x }) => x - first.x > 0.7 * first.size)
    )
  }
  const { x } = (parts[i] as Group).lines[0]!
  let count = 0
  for (const part of parts.slice(i)) {
    if (!isVerse(part) || (count > 0 && part.isApart)) break
    if (Math.abs(part.lines[0]!.x - x) > 3 * measures.size) break
    if (indentOf(part.lines[0]!) < 0.9 * measures.size) break
    count += 1
  }
  return count
}

/** How many groups from `i` on are lines of a stanza: indented alike, each with room for the next word. */
function verseFrom(parts: readonly Part[], i: number, measures: Measures): number {
  const first = parts[i] as Group
  const [line] = first.lines as [Line, ...Line[]]
  if (first.lines.length > 1 || indentOf(line) < 0.9 * measures.size || listMarker(line, measures))
    return 0
  let count = 1
  let above = line
  for (const part of parts.slice(i + 1)) {
    if (!isGroup(part) || part.lines.length > 1 || part.isApart) break
    const next = part.lines[0]!
    if (listMarker(next, measures) || isHeading(part, measures)) break
    const sameEdge = Math.abs(next.x - above.x) < 3 * measures.size
    if (!sameEdge || indentOf(next) < 0.9 * measures.size) break
    if (!hasRoom(above, next, measures)) break
    count += 1
    above = next
  }
  return count > 2 ? count : 0
}
