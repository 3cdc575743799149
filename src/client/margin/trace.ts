export interface Point {
  x: number
  y: number
}

/**
 * A conductor track as the data of an SVG path: along from `from` to the lane, along the lane, along to `to`,
 * its corners cut at 45°.
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
 * Lanes for items in order, so that tracks side by side do not cross, counted away from the text.
 * Of items that went down, the later ones turn off nearer to the text; of items that went up, further out.
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
