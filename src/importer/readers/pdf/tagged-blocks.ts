/** Lists, quotes and tables that the structure of the file names. */
import type { Block, Passage } from '../../imported-text.ts'
import { question, quoted } from '../../report/remark.ts'
import { hasRoom, type Group } from './group-lines.ts'
import type { Measures } from './measures.ts'
import { withoutStart } from './note-marks.ts'
import { plain } from './font-style.ts'
import { placeOf, textOf, type FontStyle, type Line } from './page-model.ts'
import { commonStyle, passageOf, type Setting } from './passages.ts'
import { containersOf, levelOf, type Element } from './structure-tree.ts'
import { isMark } from './tagging.ts'
import { columnsOf, type TableLines } from './tables.ts'

/** What one list, quote or table holds, over the ends of pages too. */
export interface TaggedPart {
  role: string
  groups: Group[]
  caption: Line[]
}

interface Entry {
  group: Group
  /** From the outside. */
  path: Element[]
}

export const isTaggedPart = (part: object): part is TaggedPart => 'groups' in part

/** Gathers groups that stand in one list, quote or table. */
export function gathered(
  groups: readonly (Group | TableLines)[],
): (Group | TableLines | TaggedPart)[] {
  const parts: (Group | TableLines | TaggedPart)[] = []
  for (const group of groups) {
    const outer = 'rows' in group ? null : outerOf(group)
    const last = parts.at(-1)
    if (!outer || 'rows' in group) parts.push(group)
    else if (last && isTaggedPart(last) && goesOnWith(last, group, outer)) last.groups.push(group)
    else parts.push({ role: outer.role, groups: [group], caption: [] })
  }
  return parts
}

/** The outermost list, quote or table; captions stand beside them. */
function outerOf({ lines }: Group): Element | null {
  const path = containersOf(lines[0]!.block)
  if (path.some(({ role }) => role === 'Caption')) return null
  const outer = path[0]
  return outer && /^(?:L|Table|BlockQuote)$/.test(outer.role) ? outer : null
}

function goesOnWith({ role, groups }: TaggedPart, group: Group, outer: Element): boolean {
  const last = groups.at(-1)!
  if (outerOf(last) === outer) return true
  const isNextPage = group.lines[0]!.page > last.lines.at(-1)!.page
  if (!isNextPage || role !== outer.role) return false
  if (role !== 'L') return true
  const [before, behind] = [markOf(last.lines[0]!), markOf(group.lines[0]!)]
  return (
    behind === '' ||
    !/[1a]\W?$/.test(behind) ||
    before.replace(/\w+/, '') !== behind.replace(/\w+/, '')
  )
}

export function taggedBlocks(part: TaggedPart, measures: Measures, setting: Setting): Block[] {
  const entries = part.groups.map((group) => ({ group, path: containersOf(group.lines[0]!.block) }))
  const blocks = blocksAt(entries, 0, measures, setting)
  const [first] = blocks
  if (part.caption.length === 0) return blocks
  const caption = passageOf(part.caption, setting)
  if (first?.kind === 'table') return [{ ...first, caption }, ...blocks.slice(1)]
  return [{ kind: 'paragraph', content: caption }, ...blocks]
}

/** Blocks of entries whose containers up to `depth` are the same. */
function blocksAt(
  entries: readonly Entry[],
  depth: number,
  measures: Measures,
  setting: Setting,
): Block[] {
  const blocks: Block[] = []
  for (const run of runsOf(entries, depth)) {
    const [{ path, group }] = run as [Entry, ...Entry[]]
    const role = path[depth]?.role
    if (role === undefined) blocks.push(...run.map((entry) => leaf(entry.group, measures, setting)))
    else if (role === 'BlockQuote')
      blocks.push({ kind: 'quote', blocks: blocksAt(run, depth + 1, measures, setting) })
    else if (role === 'L') blocks.push(listOf(run, depth, measures, setting))
    else if (role === 'Table') blocks.push(...tableOf(run, depth, setting))
    else blocks.push(...blocksAt(run, depth + 1, measures, setting))
    if (role === 'Figure') {
      const sentence = `Wörter in einer Abbildung: ${quoted(textOf(group.lines[0]!))}; sie stehen als Absatz da.`
      setting.remarks.push(question('paragraphs', placeOf(group.lines[0]!), sentence))
    }
  }
  return blocks
}

/** Entries next to each other in the same container; on the next page it goes on as another one of its kind. */
function runsOf(entries: readonly Entry[], depth: number): Entry[][] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1)
    const [own, before] = [entry.path[depth], last?.path[depth]]
    const isNextPage = last && last.group.lines.at(-1)!.page < entry.group.lines[0]!.page
    const isSame =
      last &&
      (own === before ||
        (isNextPage && own?.role === before?.role && (depth === 0 || isOpen(own!))))
    if (isSame) runs.at(-1)!.push(entry)
    else runs.push([entry])
  }
  return runs
}

const isOpen = ({ role }: Element): boolean => /^(?:L|Table|BlockQuote)$/.test(role)

export function leaf({ lines }: Group, measures: Measures, setting: Setting): Block {
  const level = levelOf(lines[0]!.block)
  if (level !== null) {
    const style = { ...commonStyle(lines), bold: true }
    return { kind: 'heading', level: Math.max(1, level), content: passageOf(lines, setting, style) }
  }
  if (areVerses(lines, measures))
    return { kind: 'lines', lines: lines.map((line) => passageOf([line], setting)) }
  return { kind: 'paragraph', content: passageOf(lines, setting) }
}

/** Whether a paragraph that the file names has lines that end where the next word had room. */
export const areVerses = (lines: readonly Line[], measures: Measures): boolean =>
  lines.length > 2 &&
  lines.every(({ block }) => block !== null) &&
  lines.slice(1).every((line, i) => hasRoom(lines[i]!, line, { ...measures, isJustified: false }))

/** The mark of an item, such as „•“ or „2.“; without one in the structure, as the words of the line begin. */
function markOf(line: Line): string {
  const own = line.pieces.filter(({ element }) => isMark(element))
  if (own.length > 0)
    return own
      .map(({ text }) => text)
      .join('')
      .trim()
  const text = textOf(line)
  return (
    /^(?:[•◦▪‣●○■□–—*\u{F0A7}\u{F0B7}\u{F0D8}-]|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)])(?=\s|$)/u.exec(
      text,
    )?.[0] ?? ''
  )
}

function withoutMark(line: Line): Line {
  const rest = line.pieces.filter(({ element }) => !isMark(element))
  return rest.length < line.pieces.length
    ? { ...line, pieces: rest }
    : { ...line, pieces: withoutStart(line.pieces, markOf(line)) }
}

function listOf(run: readonly Entry[], depth: number, measures: Measures, setting: Setting): Block {
  const items: { element: Element; entries: Entry[] }[] = []
  for (const entry of run) {
    const item = entry.path[depth + 1] ?? entry.path[depth]!
    const last = items.at(-1)
    const isNextPage =
      last && last.entries.at(-1)!.group.lines.at(-1)!.page < entry.group.lines[0]!.page
    const goesOn = isNextPage && markOf(entry.group.lines[0]!) === ''
    // A list in a list may stand beside the item that it belongs to.
    if (last && item.role === 'L')
      last.entries.push({ ...entry, path: entry.path.toSpliced(depth + 1, 0, last.element) })
    else if (last && (last.element === item || goesOn)) last.entries.push(entry)
    else items.push({ element: item, entries: [entry] })
  }
  const marks = items.map(({ entries }) => markOf(entries[0]!.group.lines[0]!))
  const number = /^\(?(?:(\d{1,3})|([a-z])|([ivxl]+))[.)]?$/.exec(marks[0] ?? '')
  const start = number
    ? Number(number[1] ?? (number[2] && number[2] !== 'i' ? number[2].charCodeAt(0) - 96 : 1))
    : null
  return {
    kind: 'list',
    start,
    items: items.map(({ entries }) => {
      const [first, ...others] = entries as [Entry, ...Entry[]]
      const { group, path } = first
      const [line, ...lines] = group.lines as [Line, ...Line[]]
      const own = { group: { ...group, lines: [withoutMark(line), ...lines] }, path }
      return blocksAt([own, ...others], depth + 2, measures, setting)
    }),
  }
}

interface Cell {
  element: Element
  lines: Line[]
}

function tableOf(run: readonly Entry[], depth: number, setting: Setting): Block[] {
  const rows: { element: Element; cells: Cell[] }[] = []
  for (const { group, path } of run) {
    const row = path.find(({ role }, i) => i > depth && role === 'TR') ?? path[depth]!
    const cell = path.findLast(({ role }) => role === 'TD' || role === 'TH') ?? row
    if (rows.at(-1)?.element !== row) rows.push({ element: row, cells: [] })
    const { cells } = rows.at(-1)!
    if (cells.at(-1)?.element !== cell) cells.push({ element: cell, lines: [] })
    cells.at(-1)!.lines.push(...group.lines)
  }
  const [head] = rows
  const wordsOf = (row: typeof head) =>
    row!.cells.flatMap(({ lines }) => lines.map(textOf)).join(' ')
  // On the next page the head of the table is printed again.
  const own = rows.filter(
    (row, i) =>
      i === 0 || pageOf(row.cells) === pageOf(rows[i - 1]!.cells) || wordsOf(row) !== wordsOf(head),
  )
  const width = Math.max(
    ...own.map(({ cells }) => cells.reduce((sum, { element }) => sum + element.span, 0)),
  )
  const headed = head!.cells.every(({ element }) => element.role === 'TH')
  const passages = own.map(({ cells }, i) =>
    placed(
      cells,
      width,
      own.map((row) => row.cells),
      setting,
      // Column headings are bold as such.
      headed && i === 0 ? { ...plain, bold: true } : plain,
    ),
  )
  const first = run[0]!.group.lines[0]!
  const sentence = `Als Tabelle mit ${width} Spalten und ${own.length} Zeilen gelesen: ab ${quoted(wordsOf(head), 60)}.`
  setting.remarks.push(question('paragraphs', placeOf(first), sentence))
  return [{ kind: 'table', headed, rows: passages, caption: null }]
}

const pageOf = (cells: readonly Cell[]) => cells[0]!.lines[0]!.page

/** The words of a row by column; empty cells are not in the structure, so their place is seen on the page. */
function placed(
  cells: readonly Cell[],
  width: number,
  rows: readonly Cell[][],
  setting: Setting,
  ignored: FontStyle,
): Passage[] {
  const boxOf = ({ lines }: Cell) => ({
    x: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ right }) => right)),
  })
  const spans = cells.reduce((sum, { element }) => sum + element.span, 0)
  const strips = columnsOf(
    rows.map((row) => row.filter(({ element }) => element.span === 1).map(boxOf)),
  )
  const own = Array.from({ length: width }, (): Line[] => [])
  let next = 0
  for (const cell of cells) {
    const { x, right } = boxOf(cell)
    const strip = strips.findIndex((one) => one.right > x && one.x < right)
    if (spans < width && strips.length === width && strip >= next) next = strip
    own[Math.min(next, width - 1)]!.push(...cell.lines)
    next += cell.element.span
  }
  return own.map((lines) => passageOf(lines, setting, ignored))
}
