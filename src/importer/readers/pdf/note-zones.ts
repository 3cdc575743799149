/** Footnotes: the lines at the foot of a page, or of a column, that begin with the mark of a note. */
import type { NoteMarks } from '../reader.ts'
import type { Remark } from '../../imported-text.ts'
import { question } from '../../report/remark.ts'
import type { Measures } from './measures.ts'
import { startMark, type StartMark } from './note-marks.ts'
import { noteOf } from './structure-tree.ts'
import { namesNotes } from '../scan/titles.ts'
import { placeOf, textOf, type Line, type Page } from './page-model.ts'

export interface RawNote {
  /** As printed; null: stars or daggers. */
  number: number | null
  /** The stars or daggers as printed; empty for numbers. */
  sign: string
  form: NoteMarks
  page: number
  /** The first one without its mark. */
  lines: Line[]
  /** Numbers began again with this note. */
  restarts: boolean
}

export interface Zones {
  pages: Page[]
  notes: RawNote[]
  remarks: Remark[]
}

/** Takes the footnotes out of the pages. */
export function takeFootnotes(
  pages: readonly Page[],
  measures: Measures,
  marks: NoteMarks | null,
): Zones {
  const chain = new Chain()
  if (pages.some(({ lines }) => lines.some(({ block }) => noteOf(block))))
    return takeTagged(pages, marks, chain)
  const kept = pages.map((page): Page => {
    const taken = new Set<Line>()
    for (const lines of columnsOf(page)) {
      const zone = zoneOf(page, lines, measures, marks, chain)
      for (const line of zone) taken.add(line)
    }
    return taken.size > 0 ? { ...page, lines: page.lines.filter((line) => !taken.has(line)) } : page
  })
  return { pages: kept, notes: chain.notes, remarks: chain.remarks }
}

/** Takes the notes that the structure of the file names; one without mark goes on with the last one. */
function takeTagged(pages: readonly Page[], marks: NoteMarks | null, chain: Chain): Zones {
  const kept = pages.map((page): Page => {
    const [rest, own] = [[] as Line[], [] as Line[]]
    for (const line of page.lines) (noteOf(line.block) ? own : rest).push(line)
    for (const [i, line] of own.entries()) {
      const isFirst = i === 0 || noteOf(own[i - 1]!.block) !== noteOf(line.block)
      const mark = isFirst ? startMark(line, marks) : null
      if (mark && hasWords(mark, own[i + 1])) chain.start(mark, line)
      else if (chain.open) chain.open.lines.push(line)
      else rest.push(line)
    }
    return own.length > 0 ? { ...page, lines: rest } : page
  })
  return { pages: kept, notes: chain.notes, remarks: chain.remarks }
}

/** Lines of each column of a page, from top to bottom. */
const columnsOf = ({ lines }: Page): Line[][] =>
  [...Map.groupBy(lines, ({ column }) => column).values()].map((own) =>
    own.toSorted((a, b) => a.y - b.y),
  )

/** The notes found so far, whose numbers tell what can be the next one. */
class Chain {
  readonly notes: RawNote[] = []
  readonly remarks: Remark[] = []
  #last = 0
  /** Size of their words. */
  size: number | null = null

  get expected(): number {
    return this.#last + 1
  }

  get open(): RawNote | undefined {
    return this.notes.at(-1)
  }

  /** Whether the mark can begin a note; `isFirst`: it would be the first one at its foot. */
  canFollow({ number, isRaised }: StartMark, isFirst: boolean): boolean {
    if (number === null) return true
    if (number === this.expected) return true
    if (number === 1) return isFirst || isRaised
    if (!isRaised) return false
    return number > this.expected && number <= this.expected + 5
  }

  start(mark: StartMark, line: Line): void {
    const { number, sign, form, rest } = mark
    if (number !== null) {
      if (number > this.expected)
        this.remarks.push(
          question(
            'notes',
            placeOf(line),
            number === this.expected + 1
              ? `Anm. ${this.expected} fehlt vor Anm. ${number}.`
              : `Die Anm. ${this.expected}–${number - 1} fehlen vor Anm. ${number}.`,
          ),
        )
    }
    const restarts = number === 1 && this.#last > 0
    if (number !== null) this.#last = number
    const first = { ...line, pieces: rest }
    this.notes.push({ number, sign, form, page: line.page, lines: [first], restarts })
    this.size = line.size
  }
}

function zoneOf(
  page: Page,
  lines: readonly Line[],
  measures: Measures,
  marks: NoteMarks | null,
  chain: Chain,
): Line[] {
  const from = zoneStart(page, lines, measures, marks, chain)
  // Below their title they are endnotes.
  if (from === null || (from > 0 && namesNotes(textOf(lines[from - 1]!)))) return []
  const zone = lines.slice(from)
  if (isAboveOthers(page, zone)) return []
  let isFirst = true
  for (const [i, line] of zone.entries()) {
    const mark = startMark(line, marks)
    if (mark && chain.canFollow(mark, isFirst) && hasWords(mark, zone[i + 1])) {
      chain.start(mark, line)
      isFirst = false
    } else chain.open!.lines.push(line)
  }
  return zone
}

const hasWords = ({ rest }: StartMark, next: Line | undefined): boolean =>
  rest.length > 0 || next !== undefined

/** Index of the first line of the notes; null if there are none. */
function zoneStart(
  page: Page,
  lines: readonly Line[],
  measures: Measures,
  marks: NoteMarks | null,
  chain: Chain,
): number | null {
  const small = smallFrom(lines, measures)
  const ruled = ruledFrom(page, lines)
  const startsAt = (i: number): boolean => {
    const mark = lines[i] && startMark(lines[i], marks)
    return Boolean(mark && chain.canFollow(mark, true) && hasWords(mark, lines[i + 1]))
  }
  // Words of the size of the running text are notes only below a rule, or if their raised marks say so.
  const first = lines.findIndex((_, i) => {
    if (i < small && !(ruled !== null && i >= ruled) && !isCalledAbove(lines, i, marks))
      return false
    return startsAt(i)
  })
  const goesOn = isOpenFrom(page, chain)
  const isNoteSize =
    chain.size !== null && Math.abs(chain.size - measures.size) < 0.04 * measures.size
  if (ruled !== null && (ruled >= small || isNoteSize)) {
    if (first === ruled) return ruled
    if (goesOn && (first > ruled || isOfNotes(lines.slice(ruled), chain))) return ruled
  }
  if (first >= 0) {
    const above = Math.max(small, ruled ?? 0)
    if (above < first && goesOn && isOfNotes(lines.slice(above, first), chain)) return above
    return first
  }
  if (goesOn && small < lines.length && isOfNotes(lines.slice(small), chain)) {
    const gap = small > 0 ? lines[small]!.y - lines[small - 1]!.y : Infinity
    if (gap > 1.25 * measures.leading) return small
  }
  return null
}

/** The notes stand at the foot: nothing of another column is below them. */
const isAboveOthers = (page: Page, zone: readonly Line[]): boolean => {
  const last = zone.at(-1)!
  return page.lines.some(
    (line) =>
      line.column !== last.column &&
      line.y > last.y + 2 &&
      line.x < last.right &&
      line.right > last.x,
  )
}

/** From where on all lines are smaller than the running text. */
function smallFrom(lines: readonly Line[], { size }: Measures): number {
  let from = lines.length
  while (from > 0 && lines[from - 1]!.size < 0.96 * size) from -= 1
  return from
}

/** The first line below a short rule at the left edge. */
function ruledFrom({ rules }: Page, lines: readonly Line[]): number | null {
  const [first] = lines
  if (!first) return null
  const { left, right } = first.column
  const found = rules.filter(
    ({ x, right: end }) =>
      Math.abs(x - left) < 12 && end - x < 0.7 * (right - left) && end - x > 0.08 * (right - left),
  )
  const rule = found.sort((a, b) => b.y - a.y)[0]
  const from = rule ? lines.findIndex(({ y }) => y > rule.y) : -1
  return from > 0 || (from === 0 && rule!.y > first.y - 40) ? from : null
}

/** Whether the line begins with a raised number that is called further up in the same column. */
function isCalledAbove(lines: readonly Line[], at: number, marks: NoteMarks | null): boolean {
  const mark = startMark(lines[at]!, marks)
  if (!mark?.isRaised || mark.number === null) return false
  return lines
    .slice(0, at)
    .some(({ pieces }) =>
      pieces.some(
        (piece, i) =>
          i > 0 && piece.raised === 'above' && piece.text.trim() === String(mark.number),
      ),
    )
}

/** Whether the last note can go on here: it stands on this page or on the one before. */
const isOpenFrom = ({ number }: Page, { open }: Chain): boolean =>
  open !== undefined && open.lines.at(-1)!.page >= number - 1

const isOfNotes = (lines: readonly Line[], { size }: Chain): boolean =>
  size !== null && lines.every((line) => Math.abs(line.size - size) < 0.06 * size)
