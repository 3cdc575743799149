import type { Line } from './scan.ts'

/** Minimum columns of an indent. */
const deeper = 2

export const isDeeper = ({ indent }: Line, base: number): boolean => indent >= base + deeper

/** Whether all lines are indented, as in block quotes; also true for a single indented line. */
export const isIndented = ({ lines }: { lines: readonly Line[] }): boolean =>
  lines.every((line) => isDeeper(line, 0))

/** Whether only the first line is indented, as in paragraphs. */
const isIndentedFirst = ({ lines }: { lines: readonly Line[] }): boolean =>
  isDeeper(lines[0]!, 0) && !isIndented({ lines })

/** Returns a test whether a piece is indented as a block quote. */
export function setOffByIndents(
  pieces: readonly { lines: readonly Line[] }[],
): (piece: { lines: readonly Line[] }) => boolean {
  // If most paragraphs are indented, an indent has no meaning.
  if (pieces.filter(isIndented).length * 3 > pieces.length) return () => false
  const first = pieces.filter(isIndentedFirst).map(({ lines }) => lines[0]!.indent)
  const usual = first.reduce((a, b) => Math.max(a, b), -Infinity)
  return (piece) =>
    isIndented(piece) &&
    (piece.lines.length > 1 || first.length === 0 || isDeeper(piece.lines[0]!, usual))
}

/** Length of a full line in characters: the upper quartile, since last lines of paragraphs are short. */
export const usualWidth = (pieces: readonly { lines: readonly Line[] }[]): number =>
  widthAt(pieces, 0.75)

/** The same where many lines are short, as in verse. */
export const fullWidth = (pieces: readonly { lines: readonly Line[] }[]): number =>
  widthAt(pieces, 0.9)

function widthAt(pieces: readonly { lines: readonly Line[] }[], share: number): number {
  const widths = pieces.flatMap(({ lines }) => lines.map(({ text }) => text.length))
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * share)] ?? 0
}

/** Whether a line is much shorter than a full one. */
export const isShort = ({ text }: Line, width: number): boolean => text.length < width * 0.6
