/** A line, or its part in a column, with its columns as characters; tabs are spaces. */
export interface Row {
  text: string
  /** Offset in the scan of the first character. */
  from: number
}

/** Successive lines of two columns; `edge`: where the right one begins. */
export interface Gutter {
  /** Indices of the first row and of the row after the last one. */
  from: number
  to: number
  /** The columns are blank from `left` to `edge`. */
  left: number
  edge: number
  /** Indices of rows with text in both columns, or in the right one after a row with text in the left one only. */
  both: number[]
}

/** The runs of lines that have a gap at the same place, in order. */
export function findGutters(rows: readonly Row[]): Gutter[] {
  const found: Gutter[] = []
  for (let at = 0; at < rows.length; at += 1) {
    if (isHead(rows, at)) continue
    const best = [...gapsIn(rows[at]!.text), ...stepsAt(rows, at)]
      .map((gap) => follow(rows, at, gap))
      .reduce<Gutter | null>(
        (most, one) => (most && most.both.length >= one.both.length ? most : one),
        null,
      )
    if (!best || best.both.length < 2) continue
    const gutter = extendedBack(rows, best, found.at(-1)?.to ?? 0)
    found.push(gutter)
    at = gutter.to - 1
  }
  return found
}

interface Gap {
  left: number
  edge: number
}

/** Gaps of two spaces or more between words. */
function gapsIn(text: string): Gap[] {
  return [...text.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ index, 0: gap }) => ({
    left: index,
    edge: index + gap.length,
  }))
}

/** The gap between a line and the next one, if that begins behind its end. */
function stepsAt(rows: readonly Row[], at: number): Gap[] {
  const [left, edge] = [rows[at]!.text.trimEnd().length, rows[at + 1]?.text.search(/\S/) ?? -1]
  return left > 0 && edge > left + 1 ? [{ left, edge }] : []
}

const isBlank = ({ text }: Row): boolean => text.trim() === ''

/** Whether a line has a page number, alone or beside a running head, and a blank line before or behind it. */
function isHead(rows: readonly Row[], at: number): boolean {
  const isFree = [rows[at - 1], rows[at + 1]].some((row) => !row || isBlank(row))
  return (
    isFree &&
    /^\s*[-–—]?\s*\d{1,4}(?:\s*[-–—]?\s*$|\s{3,}\S)|\S\s{3,}\d{1,4}\s*$/u.test(rows[at]!.text)
  )
}

/** Follows a gap downwards, until a line has words in it. */
function follow(rows: readonly Row[], start: number, gap: Gap): Gutter {
  const isStep = rows[start]!.text.trimEnd().length < gap.edge
  const gutter: Gutter = { from: start, to: start + 1, ...gap, both: isStep ? [] : [start] }
  let block = start
  for (let at = start + 1; at < rows.length; at += 1) {
    if (isBlank(rows[at]!)) {
      block = at + 1
      continue
    }
    const next = isHead(rows, at)
      ? null
      : (narrowed(gutter, rows[at]!.text) ?? touching(rows, gutter, at))
    if (!next) {
      // Lines before it in the same block are as wide as it is.
      if ((gutter.both.at(-1) ?? 0) < block) gutter.to = Math.min(gutter.to, block)
      break
    }
    Object.assign(gutter, next.gap, { to: at + 1 })
    // Lines of the columns may alternate.
    const isStep = () => stepsAt(rows, at - 1).some((step) => step.left <= next.gap.left)
    if (next.both || (rows[at]!.text.search(/\S/) >= next.gap.edge && isStep()))
      gutter.both.push(at)
  }
  return gutter
}

/** What stays blank of a gutter in a line too; null if a word stands across it. */
function narrowed(gutter: Gap, text: string): { gap: Gap; both: boolean } | null {
  const [first, end] = [text.search(/\S/), text.trimEnd().length]
  if (end < gutter.edge) return ownGap(gutter, { left: end, edge: Infinity }, false)
  if (first > gutter.left) return ownGap(gutter, { left: 0, edge: first }, false)
  return (
    gapsIn(text)
      .map((gap) => ownGap(gutter, gap, true))
      .find((one) => one !== null) ?? null
  )
}

function ownGap(gutter: Gap, gap: Gap, both: boolean): { gap: Gap; both: boolean } | null {
  const [left, edge] = [Math.max(gutter.left, gap.left), Math.min(gutter.edge, gap.edge)]
  return left < edge ? { gap: { left, edge }, both } : null
}

/** A line whose left column ends directly before the right one, with a single space. */
function touching(
  rows: readonly Row[],
  gutter: Gutter,
  at: number,
): { gap: Gap; both: boolean } | null {
  const { text } = rows[at]!
  if (!/\S \S/.test(text.slice(gutter.edge - 2, gutter.edge + 1))) return null
  const next = rows.slice(at + 1).find((row) => !isBlank(row))
  const goesOn = next && narrowed(gutter, next.text)?.both
  if (gutter.both.length < 2 && !goesOn) return null
  return { gap: { left: gutter.edge - 1, edge: gutter.edge }, both: true }
}

/** With the lines of the same block before it that have text in one column only. */
function extendedBack(rows: readonly Row[], gutter: Gutter, end: number): Gutter {
  let { from, left, edge } = gutter
  for (let at = from - 1; at >= end && !isBlank(rows[at]!) && !isHead(rows, at); at -= 1) {
    const row = rows[at]!
    const touches = /\S \S/.test(row.text.slice(edge - 2, edge + 1))
    const next = narrowed({ left, edge }, row.text)
    if (!next && !touches) {
      // A block that begins across the columns is above them.
      return at === from - 1 ? { ...gutter, from, left, edge } : gutter
    }
    from = at
    if (next) ({ left, edge } = next.gap)
    else left = edge - 1
  }
  return { ...gutter, from, left, edge }
}
