/** Running heads, running feet and page numbers of the print. */
import type { Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { placeOf, textOf, type Line, type Page } from './page-model.ts'

export interface Furniture {
  pages: Page[]
  /** Page of the file → number printed on it. */
  printed: Map<number, string>
  dropped: Line[]
  remarks: Remark[]
}

/** How many lines at the head and at the foot of a page are looked at. */
const depth = 4

interface Edge {
  line: Line
  page: Page
  end: 'head' | 'foot'
  text: string
  /** The words with their numbers made equal. */
  key: string
}

/** Takes the furniture away; everything dropped is named in the remarks. */
export function withoutFurniture(pages: readonly Page[]): Furniture {
  const edges = pages.flatMap(edgesOf)
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const own = groups.get(`${edge.end} ${edge.key}`)
    if (own) own.push(edge)
    else groups.set(`${edge.end} ${edge.key}`, [edge])
  }
  const dropped = new Set<Edge>()
  const asked = new Set<Edge>()
  const least = pages.length < 3 ? 2 : Math.max(2, Math.min(4, 0.2 * pages.length))
  for (const same of groups.values()) {
    const atOnePlace = mostAtOnePlace(same)
    const onPages = new Set(atOnePlace.map(({ page }) => page)).size
    if (onPages < least || !haveSteadyNumbers(atOnePlace)) continue
    if (atOnePlace.some(beginsRaised) || !areMostApart(atOnePlace)) continue
    for (const edge of atOnePlace) dropped.add(edge)
    if (pages.length < 3) for (const edge of atOnePlace) asked.add(edge)
  }
  const numbers = countingNumbers(pages, edges)
  for (const edge of numbers.keys()) if (isNumberAlone(edge.text)) dropped.add(edge)
  for (const edge of changingHeads(pages, edges, numbers, dropped)) {
    dropped.add(edge)
    asked.add(edge)
  }
  keepWhatIsInside(pages, dropped)

  const gone = new Set([...dropped].map(({ line }) => line))
  const printed = new Map<number, string>()
  for (const [edge, label] of numbers) if (dropped.has(edge)) printed.set(edge.page.number, label)
  return {
    pages: pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !gone.has(line)) })),
    printed,
    dropped: [...gone],
    remarks: remarksOn([...dropped], asked),
  }
}

function edgesOf(page: Page): Edge[] {
  const byPlace = page.lines.filter(({ block }) => !block).sort((a, b) => a.y - b.y)
  const edge = (line: Line, end: 'head' | 'foot'): Edge => {
    const text = textOf(line).trim()
    return { line, page, end, text, key: keyOf(text) }
  }
  const head = byPlace.slice(0, depth).filter(({ y }) => y < 0.25 * page.height)
  const foot = byPlace.slice(-depth).filter(({ y }) => y > 0.75 * page.height)
  return [...head.map((line) => edge(line, 'head')), ...foot.map((line) => edge(line, 'foot'))]
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[ivxlc]+$|^[ivxlc]+(?= )|(?<= )[ivxlc]+$/, '#')
    .replace(/\d+/g, '#')

/** The largest group at the same height; right and left pages may differ in place, not in height. */
function mostAtOnePlace(edges: readonly Edge[]): Edge[] {
  let best: Edge[] = []
  for (const { line } of edges) {
    const near = edges.filter((other) => Math.abs(other.line.y - line.y) < 3)
    if (near.length > best.length) best = near
    if (best.length === edges.length) break
  }
  return best
}

/** Notes begin so, not heads. */
const beginsRaised = ({ line }: Edge): boolean => line.pieces[0]!.raised !== null

/** Whether most lines are set apart from the text by space or size; last lines of pages such as „noch.“ are not. */
const areMostApart = (edges: readonly Edge[]): boolean =>
  edges.filter(isApart).length > 0.5 * edges.length

/** Whether there is a gap, or words of another size, within the next two lines towards the text. */
function isApart({ line, page, end }: Edge): boolean {
  const inside = page.lines
    .filter(
      ({ x, right, y }) =>
        x < line.right && right > line.x && (end === 'head' ? y > line.y + 2 : y < line.y - 2),
    )
    .sort((a, b) => Math.abs(a.y - line.y) - Math.abs(b.y - line.y))
  if (inside.length < 3) return true
  const steps = inside
    .slice(1)
    .map(({ y }, i) => Math.abs(y - inside[i]!.y))
    .filter((step) => step > 2)
    .sort((a, b) => a - b)
  const usual = steps[Math.floor(steps.length / 3)] ?? 0
  return [line, ...inside.slice(0, 1)].some((own, i) => {
    const next = inside[i]!
    return (
      Math.abs(next.y - own.y) > 1.3 * usual || Math.abs(next.size - own.size) > 0.04 * own.size
    )
  })
}

/** Whether each number in the lines is mostly the same, or counts with the pages; those of notes such as „3 Ebd.“ do not. */
function haveSteadyNumbers(edges: readonly Edge[]): boolean {
  const rows = edges.map(({ text, page }) => ({
    numbers: (text.match(/\d+/g) ?? []).map(Number),
    page: page.number,
  }))
  const most = (values: readonly number[]) =>
    Math.max(...[...Map.groupBy(values, (value) => value).values()].map((same) => same.length))
  return (rows[0]?.numbers ?? []).every((_, i) => {
    const values = rows.map(({ numbers }) => numbers[i]!)
    const offsets = rows.map(({ numbers, page }) => numbers[i]! - page)
    return Math.max(most(values), most(offsets)) >= 0.6 * rows.length
  })
}

const numberAlone =
  /^[-–—|[(•·\s]*(?:(?:s\.|seite|page)\s*)?(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:\/|von|of)\s*\d+)?[-–—|\])•·\s]*$/i

export const isNumberAlone = (text: string): boolean => numberAlone.test(text)

/** Number at either end of a line of the page's edge. */
function numbersIn(text: string): string[] {
  const alone = numberAlone.exec(text)?.[1]
  if (alone) return [alone]
  return [
    /^[-–—|[(•·\s]*(\d{1,4}|[ivxlc]{1,8})\s/i.exec(text)?.[1],
    /[\s|](\d{1,4}|[ivxlc]{1,8})[-–—|\])•·\s]*$/i.exec(text)?.[1],
  ].filter((one): one is string => one !== undefined)
}

/** Numbers at the edges that grow by one from page to page, with their labels. */
function countingNumbers(pages: readonly Page[], edges: readonly Edge[]): Map<Edge, string> {
  const found: { edge: Edge; label: string; offset: string }[] = []
  for (const edge of edges)
    for (const label of numbersIn(edge.text)) {
      const roman = /\d/.test(label) ? null : arabic(label)
      const number = roman ?? Number(label)
      if (Number.isNaN(number)) continue
      const offset = `${edge.end} ${roman === null ? 'arabic' : 'roman'} ${number - edge.page.number}`
      found.push({ edge, label, offset })
    }
  const byOffset = Map.groupBy(found, ({ offset }) => offset)
  const counting = new Map<Edge, string>()
  const least = Math.min(3, pages.length)
  const taken = new Set<number>()
  const series = [...byOffset.values()].sort((a, b) => b.length - a.length)
  for (const group of series) {
    const numbers = new Set(group.map(({ edge }) => edge.page.number))
    if (numbers.size < least || (pages.length === 1 && !isNumberAlone(group[0]!.edge.text)))
      continue
    for (const { edge, label } of group)
      if (!taken.has(edge.page.number)) {
        taken.add(edge.page.number)
        counting.set(edge, label)
      }
  }
  return counting
}

export function arabic(roman: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const digits = [...roman.toLowerCase()].map((letter) => values[letter] ?? NaN)
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
}

/** Heads that change, as with the title of a chapter: at the height of furniture, with a number that counts. */
function changingHeads(
  pages: readonly Page[],
  edges: readonly Edge[],
  numbers: ReadonlyMap<Edge, string>,
  dropped: ReadonlySet<Edge>,
): Edge[] {
  const places = [...dropped, ...numbers.keys()]
  return edges.filter((edge) => {
    if (dropped.has(edge)) return false
    const beside = places.filter(
      (other) => other.end === edge.end && Math.abs(other.line.y - edge.line.y) < 2,
    )
    const onPages = new Set(beside.map(({ page }) => page.number)).size
    return numbers.has(edge)
      ? onPages >= Math.min(3, pages.length) && isOutermost(edge)
      : onPages >= Math.max(3, 0.4 * pages.length) && isOutermost(edge)
  })
}

function isOutermost({ line, page, end }: Edge): boolean {
  return page.lines.every((other) =>
    end === 'head' ? other.y >= line.y - 2 : other.y <= line.y + 2,
  )
}

/** Keeps lines that have other text between them and the edge of the page. */
function keepWhatIsInside(pages: readonly Page[], dropped: Set<Edge>): void {
  for (const page of pages)
    for (const end of ['head', 'foot'] as const) {
      const own = [...dropped].filter((edge) => edge.page === page && edge.end === end)
      const lines = new Set(own.map(({ line }) => line))
      for (const edge of own)
        if (
          page.lines.some(
            (line) =>
              !lines.has(line) &&
              (end === 'head' ? line.y < edge.line.y - 2 : line.y > edge.line.y + 2),
          )
        )
          dropped.delete(edge)
    }
}

function remarksOn(dropped: readonly Edge[], asked: ReadonlySet<Edge>): Remark[] {
  const groups = Map.groupBy(dropped, (edge) => `${edge.end} ${edge.key} ${asked.has(edge)}`)
  return [...groups.values()].map((same) => {
    const [first] = same
    const { end, text, line } = first!
    const what = isNumberAlone(text) ? 'Seitenzahl' : end === 'head' ? 'Kolumnentitel' : 'Fußzeile'
    const pages = rangesOf(same.map(({ page }) => page.number))
    const doubt = asked.has(first!) ? ' Gehört die Zeile doch zum Text?' : ''
    const make = asked.has(first!) ? question : remark
    const sentence = `${what} ${quoted(text)} auf ${same.length === 1 ? 'S.' : 'den S.'} ${pages} weggelassen.${doubt}`
    return make('dropped', placeOf(line), sentence)
  })
}

/** „1–4, 7“ */
export function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const number of sorted) {
    const last = ranges.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
