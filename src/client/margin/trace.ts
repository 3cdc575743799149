export interface Point {
  x: number
  y: number
}

/**
 * SVG path data of a trace in the style of a conductor track: horizontally from `from` to the lane, vertically along
 * the lane, horizontally to `to`; corners cut at 45°.
 */
export function track(from: Point, lane: number, to: Point, cut = 6): string {
  const down = Math.sign(to.y - from.y)
  const right = Math.sign(to.x - from.x)
  const bend = Math.min(
    cut,
    Math.abs(to.y - from.y) / 2,
    Math.abs(lane - from.x),
    Math.abs(to.x - lane),
  )
  if (down === 0) return `M${from.x} ${from.y}H${to.x}`
  return (
    `M${from.x} ${from.y}H${lane - right * bend}L${lane} ${from.y + down * bend}` +
    `V${to.y - down * bend}L${lane + right * bend} ${to.y}H${to.x}`
  )
}

/**
 * Lane for each item in order, counted away from the text, so that neighbouring traces do not cross. Of items moved
 * down, later ones get lanes nearer to the text; of items moved up, lanes further out.
 */
export function lanes(moves: readonly { from: number; to: number }[], count: number): number[] {
  const result: number[] = []
  let start = 0
  moves.forEach((move, i) => {
    const last = moves[i - 1]
    const goesOn =
      last &&
      move.to > move.from === last.to > last.from &&
      Math.min(move.from, move.to) < Math.max(last.from, last.to)
    if (!goesOn) start = i
    const nth = (i - start) % count
    result.push(move.to > move.from ? count - 1 - nth : nth)
  })
  return result
}
