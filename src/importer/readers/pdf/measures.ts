import { around, noteOf } from './structure-tree.ts'
import type { Column, Line, Page } from './page-model.ts'

/** What is usual in the running text. */
export interface Measures {
  /** Size of the running text. */
  size: number
  /** From baseline to baseline. */
  leading: number
  /** Most lines end at the right edge. */
  isJustified: boolean
  /** Paragraphs begin with an indent. */
  isIndented: boolean
  /** Roles that the structure of the file has; none in files without structure. */
  roles: ReadonlySet<string>
}

/** Measures the running text and sets the edges of its columns. */
export function measure(pages: readonly Page[]): Measures {
  const lines = pages.flatMap((page) => page.lines)
  const size = textSize(lines.filter(({ block }) => !noteOf(block)))
  const text = lines.filter((line) => isOf(size, line))
  setEdges(pages, size)
  const full = text.filter((line) => line.right > line.column.right - 0.25 * width(line.column))
  const even = full.filter((line) => Math.abs(line.right - line.column.right) < 1.5)
  const leading = leadingOf(text, size)
  return {
    size,
    leading,
    isJustified: even.length > 0.6 * full.length,
    isIndented: isIndented(text, size, leading),
    roles: rolesIn(lines),
  }
}

/** The size of most characters; where notes are longer than the text, the larger one. */
function textSize(lines: readonly Line[]): number {
  const most = mode(lines.map((line) => [line.size, lengthOf(line)]))
  const length = (own: readonly Line[]) => own.reduce((sum, line) => sum + lengthOf(line), 0)
  const least = 0.25 * length(lines.filter((line) => isOf(most, line)))
  // Headings are single lines.
  const runs = lines.filter(
    ({ size }, i) => isOf(size, lines[i - 1] ?? lines[i]!) && isOf(size, lines[i + 1] ?? lines[i]!),
  )
  const larger = [...Map.groupBy(runs, ({ size }) => Math.round(size * 10) / 10)].flatMap(
    ([size, own]) => (size > 1.08 * most && size < 1.5 * most && length(own) > least ? [size] : []),
  )
  return Math.max(most, ...larger)
}

/** Sets the edge of each line; lines that begin at one place, right of the column's edge, may have one of their own. */
export function setLineEdges(lines: readonly Line[], { leading, isJustified }: Measures): void {
  let run: Line[] = []
  const finish = () => {
    const [first] = run
    if (!first) return
    const ends = run.map(({ right }) => right)
    const outermost = Math.max(...ends)
    const even = ends.filter((end) => outermost - end < 1.5).length
    const inset = first.x - first.column.left
    const isEven = run.length > 2 && even > 1 && even >= 0.4 * run.length
    const isRagged = !isJustified && run.length > 2 && outermost < first.column.right - 0.6 * inset
    const own = inset > 0.7 * first.size && (isEven || isRagged)
    for (const line of run)
      line.edge = own ? (isEven ? outermost : first.column.right - inset) : line.column.right
    run = []
  }
  for (const line of lines) {
    const above = run.at(-1)
    const isSame =
      above &&
      above.column === line.column &&
      Math.abs(above.x - line.x) < 2 &&
      line.y > above.y &&
      line.y - above.y < 1.25 * leading
    if (!isSame) finish()
    run.push(line)
  }
  finish()
}

/** Measures of lines that are not running text, such as a note; their columns have their edges. */
export function measuresOf(lines: readonly Line[]): Measures {
  const size = mode(lines.map((line) => [line.size, lengthOf(line)]))
  const leading = leadingOf(lines, size)
  return { size, leading, isJustified: false, isIndented: false, roles: rolesIn(lines) }
}

const rolesIn = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ block }) => [...around(block)].map(({ role }) => role)))

export const isOf = (size: number, line: Line): boolean => Math.abs(line.size - size) < 0.04 * size

const lengthOf = ({ pieces }: Line) => pieces.reduce((sum, { text }) => sum + text.length, 0)
const width = ({ left, right }: Column) => right - left

/** The value with the greatest weight; sizes that differ by less than a tenth of a point are one. */
function mode(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) {
    const key = Math.round(value * 10) / 10
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function leadingOf(lines: readonly Line[], size: number): number {
  const steps = lines.flatMap((line, i): [number, number][] => {
    const above = lines[i - 1]
    if (!above || above.column !== line.column) return []
    const step = line.y - above.y
    return step > 0.7 * size && step < 3 * size ? [[step, 1]] : []
  })
  const close = steps.filter(([step]) => step < 1.9 * size)
  return mode(close.length > 0.1 * lines.length ? close : steps) || 1.2 * size
}

/** Columns of one slot have the same edges on all right pages, and on all left ones. */
function setEdges(pages: readonly Page[], size: number): void {
  const columns = new Map<string, Map<Column, Line[]>>()
  for (const page of pages)
    for (const line of page.lines) {
      const key = `${page.number % 2} ${line.column.slot} ${Math.round(page.width)}`
      const same = columns.get(key) ?? new Map<Column, Line[]>()
      const lines = same.get(line.column)
      if (lines) lines.push(line)
      else same.set(line.column, [line])
      columns.set(key, same)
    }
  for (const same of columns.values()) {
    const all = [...same.values()].flat()
    const text = all.filter((line) => isOf(size, line))
    const own = text.length > 0 ? text : all
    const left = leftEdge(own)
    const right = rightEdge(own, left)
    for (const [column, lines] of same) {
      const here = lines.filter((line) => isOf(size, line))
      const fits = here.filter(({ x }) => Math.abs(x - left) < 2).length
      const shifted = here.length > 5 && fits < 0.1 * here.length
      column.left = shifted ? leftEdge(here) : left
      column.right = shifted ? rightEdge(here, column.left) : right
    }
  }
}

/** The leftmost place at which many lines begin. */
function leftEdge(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { x } of lines) {
    const place = Math.round(x)
    for (const near of [place - 1, place, place + 1])
      counts.set(near, (counts.get(near) ?? 0) + (near === place ? 1 : 0.5))
  }
  const many = [...counts].filter(([, count]) => count >= Math.max(1, 0.15 * lines.length))
  const edge = Math.min(...many.map(([place]) => place))
  const near = lines.filter(({ x }) => Math.abs(x - edge) < 2.5)
  return mode(near.map(({ x }) => [x, 1]))
}

/** Where full lines end: the place with most ends right of the middle, else the outermost one. */
function rightEdge(lines: readonly Line[], left: number): number {
  const ends = lines.map(({ right }) => right).sort((a, b) => a - b)
  const outermost = ends[Math.floor(0.98 * (ends.length - 1))] ?? left
  const far = ends.filter((end) => end > left + 0.8 * (outermost - left))
  const common = mode(far.map((end) => [Math.round(end), 1]))
  const there = far.filter((end) => Math.abs(end - common) < 1.5).length
  return there > 0.3 * lines.length ? common : outermost
}

/** Whether lines often begin to the right of full lines above and below, in usual distance. */
function isIndented(lines: readonly Line[], size: number, leading: number): boolean {
  let indents = 0
  let spaces = 0
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    const below = lines[i + 1]
    if (!above || !below || above.column !== line.column || below.column !== line.column) continue
    const { left } = line.column
    const indent = line.x - left
    const step = line.y - above.y
    if (Math.abs(below.x - left) > 2) continue
    if (indent > 0.7 * size && indent < 4 * size && step < 1.15 * leading) indents += 1
    else if (indent < 2 && step > 1.25 * leading && step < 3 * leading) spaces += 1
  }
  return indents > spaces
}
