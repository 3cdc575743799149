import type { Line } from './scan.ts'

/** In characters, of a full line; of the upper quarter, because most paragraphs end with a short one. */
export function usualWidth(pieces: readonly { lines: readonly Line[] }[]): number {
  const widths = pieces.flatMap(({ lines }) => lines.map(({ text }) => text.length))
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.75)] ?? 0
}

/** Is a line far from full? */
export const isShort = ({ text }: Line, width: number): boolean => text.length < width * 0.6
