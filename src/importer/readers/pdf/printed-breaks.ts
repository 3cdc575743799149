/** Pages of another print: a bar between the words, and „S. 12“ in the margin beside it. */
import type { Remark } from '../../imported-text.ts'
import { remark } from '../../report/remark.ts'
import type { Piece } from './page-model.ts'
import type { RawPage } from './raw-page.ts'

/** The pages without bars and numbers; pieces that a bar stands before name the page that begins with them. */
export function withPrintedBreaks(pages: readonly RawPage[]): {
  pages: RawPage[]
  labels: string[]
  remarks: Remark[]
} {
  const labels: string[] = []
  const marked = pages.map((page) => {
    const found = breaksOn(page)
    if (found.length === 0) return page
    labels.push(...found.map(({ label }) => label))
    const gone = new Set(found.flatMap(({ bar, margin }) => [bar, margin]))
    const begun = new Map(found.map((one) => [one.next, one]))
    const pieces = page.pieces
      .filter((piece) => !gone.has(piece))
      .map((piece) => {
        const own = begun.get(piece)
        // The words stand where the bar stood.
        return own ? { ...piece, x: own.bar.x, page: own.label } : piece
      })
    return { ...page, pieces }
  })
  if (labels.length === 0) return { pages: marked, labels, remarks: [] }
  const at = { kind: 'page' as const, page: pages[0]!.number, line: 1 }
  const sentence = `Seitenzahlen des Drucks nach den Strichen im Text und den Zahlen am Rand: ${labels[0]} bis ${labels.at(-1)}.`
  return { pages: marked, labels, remarks: [remark('pages', at, sentence)] }
}

interface PrintedBreak {
  bar: Piece
  /** „S. 12“ */
  margin: Piece
  label: string
  /** The words behind the bar. */
  next: Piece
}

function breaksOn({ pieces }: RawPage): PrintedBreak[] {
  const bars = pieces.filter(({ text }) => /^[|‖]$/.test(text.trim()))
  const rows = Map.groupBy(bars, (bar) => bars.find(({ y }) => Math.abs(y - bar.y) < 1)!)
  return [...rows].flatMap(([{ y, size }, own]) => {
    const row = pieces.filter((piece) => Math.abs(piece.y - y) < 0.5 * size)
    const words = row.filter((piece) => !own.includes(piece) && labelOf(piece) === null)
    const margins = row.filter(
      (piece) =>
        labelOf(piece) !== null &&
        (words.every(({ x }) => piece.x > x) || words.every(({ x }) => piece.x < x)),
    )
    // In the file they stand in the order of the bars.
    if (margins.length !== own.length) return []
    return own.flatMap((bar, i) => {
      const behind = words.filter(({ x }) => x >= bar.right - 0.1 * bar.size)
      const [next] = behind.sort((a, b) => a.x - b.x)
      return next ? [{ bar, margin: margins[i]!, label: labelOf(margins[i]!)!, next }] : []
    })
  })
}

const labelOf = ({ text }: Piece): string | null =>
  /^S\.\s?([\p{L}\p{N}]{1,8})$/u.exec(text.trim())?.[1] ?? null
