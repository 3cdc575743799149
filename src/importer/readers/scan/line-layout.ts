import type { Line } from './scan.ts'

/** Columns that make an indent. */
const deeper = 2

export const isDeeper = ({ indent }: Line, base: number): boolean => indent >= base + deeper

/** Indented as a whole, as block quotes are, or one line long. */
export const isIndented = ({ lines }: { lines: readonly Line[] }): boolean =>
  lines.every((line) => isDeeper(line, 0))

/** Only the first line is indented, as in a paragraph. */
const isIndentedFirst = ({ lines }: { lines: readonly Line[] }): boolean =>
  isDeeper(lines[0]!, 0) && !isIndented({ lines })

/** Tells the pieces that an indent sets off as block quotes. */
export function setOffByIndents(
  pieces: readonly { lines: readonly Line[] }[],
): (piece: { lines: readonly Line[] }) => boolean {
  // Where every paragraph is indented, an indent says nothing.
  if (pieces.filter(isIndented).length * 3 > pieces.length) return () => false
  const first = pieces.filter(isIndentedFirst).map(({ lines }) => lines[0]!.indent)
  const usual = first.reduce((a, b) => Math.max(a, b), -Infinity)
  return (piece) =>
    isIndented(piece) &&
    (piece.lines.length > 1 || first.length === 0 || isDeeper(piece.lines[0]!, usual))
}

/** In characters, of a full line; of the upper quarter, because most paragraphs end with a short one. */
export function usualWidth(pieces: readonly { lines: readonly Line[] }[]): number {
  const widths = pieces.flatMap(({ lines }) => lines.map(({ text }) => text.length))
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.75)] ?? 0
}

/** Is a line far from full? */
export const isShort = ({ text }: Line, width: number): boolean => text.length < width * 0.6
